package chatlab.swing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chatlab.protocol.BadAddressException;
import chatlab.protocol.Endpoint;
import chatlab.protocol.testing.Peer;
import chatlab.protocol.testing.ScriptedServer;
import chatlab.swing.Appearance.Theme;
import chatlab.swing.join.Announcer;
import chatlab.swing.testing.PseudoLocale;
import chatlab.swing.testing.RobotTest;
import chatlab.swing.testing.ShownTexts;
import com.formdev.flatlaf.util.UIScale;
import java.awt.Window;
import java.awt.event.WindowEvent;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import javax.swing.AbstractButton;
import javax.swing.JDialog;
import javax.swing.JFrame;
import javax.swing.JList;
import javax.swing.JTabbedPane;
import javax.swing.JTable;
import javax.swing.MenuSelectionManager;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;
import org.assertj.swing.core.ComponentMatcher;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * All texts of the window are from the bundles, and none is cut where a language has longer words, the window is small,
 * or all is enlarged.
 */
class PseudoLocaleWindowTest extends RobotTest {
    /** Width, height and zoom of the window. */
    private static final String WIDE = "1000, 700, 100";

    private static final String LOW = "640, 480, 100";
    private static final String LARGE = "1120, 720, 200";
    private static final String LARGEST = "1120, 720, 300";

    /** Of all cases but one, since loading all classes again takes longer than most cases. */
    private static PseudoLocale shared;

    /** What is wrong, with the state in which it was seen first. */
    private final Map<String, String> faults = new LinkedHashMap<>();

    private PseudoLocale locale;
    private AutoCloseable network;
    private BiConsumer<String, String> opener;
    private ScriptedServer server;
    private FrameFixture window;

    @BeforeAll
    static void translate() {
        shared = new PseudoLocale();
    }

    @AfterAll
    static void closeShared() throws IOException {
        shared.close();
    }

    @BeforeEach
    void useShared() {
        locale = shared;
    }

    @AfterEach
    void close() throws Exception {
        onEdt(() -> window.target().dispatchEvent(new WindowEvent(window.target(), WindowEvent.WINDOW_CLOSING)));
        if (server != null) {
            server.close();
        }
        network.close();
        if (locale != shared) {
            locale.close();
        }
        onEdt(() -> UIScale.setZoomFactor(1));
    }

    @ParameterizedTest
    @CsvSource({WIDE, LOW, LARGE, LARGEST})
    void pageToJoinShowsOnlyWholeTextsOfTheBundles(int width, int height, int zoom) throws Exception {
        openWith(width, height, zoom, "zlab", "zroom");
        opener.accept("", "");
        await().until(() -> window.list("servers").contents().length == 2);
        look("two servers");
        window.button("join").click();
        look("no server chosen");
        press("unfold");
        onEdt(() -> window.textBox("address").target().setText("zhost 99999"));
        press("join");
        look("wrong address");
        onEdt(() -> window.textBox("address").target().setText("localhost"));
        onEdt(() -> window.textBox("name").target().setText("z z"));
        press("join");
        look("wrong name");
        assertNoFaults();
    }

    @ParameterizedTest
    @CsvSource({WIDE, LOW, LARGE, LARGEST})
    void refusalsOnThePageToJoinAreWholeTexts(int width, int height, int zoom) throws Exception {
        openWith(width, height, zoom);
        server = ScriptedServer.startGreeting(0, "* CHAT/1 Zroom. You are zguest1.");
        opener.accept("127.0.0.1:" + server.port(), "zada");
        Peer client = server.accept();
        String tag = client.expectTagged("/proto 1 zada");
        look("connecting");
        client.send(hello("zguest1"), "ERR re=" + tag + " code=name-taken :Zname zis ztaken.");
        awaitName("problem");
        look("name refused");
        assertNoFaults();
    }

    @ParameterizedTest
    @CsvSource({WIDE, LOW, LARGE, LARGEST})
    void chatShowsOnlyWholeTextsOfTheBundles(int width, int height, int zoom) throws Exception {
        Peer client = join(width, height, zoom);
        look("alone");
        String at = "at=" + Instant.now();
        client.send(
                "JOIN room=zlobby name=zbob " + at,
                "JOIN room=zlobby name=zcyd " + at,
                "WHO name=zbob room=zlobby state=op",
                "WHO name=zcyd room=zlobby state=muted",
                "JOIN room=zlobby name=zdan " + at,
                "WHO name=zdan room=zlobby state=lost",
                "JOIN room=zlobby name=zeve " + at,
                "NICK old=zeve new=zeva " + at,
                "LEAVE room=zlobby name=zeva " + at + " code=kicked :zreason",
                "WHO name=zada room=zlobby state=op",
                "MSG room=zlobby from=zbob id=1 " + at + " :zhello zada",
                "MSG room=* from=zbob id=2 " + at + " :zannouncement",
                "MSG room=zlobby from=zcyd id=3 " + at + " part=1/2 :zcode",
                "MSG room=zlobby from=zcyd id=3 " + at + " part=2/2 :zcode",
                "MSG to=zada from=zbob id=4 " + at + " :zsecret",
                "NOTE code=hush-on :Zhush.",
                "ERR code=zerror :Zerror.",
                "zunreadable");
        await().until(() -> rows("conversations") == 2);
        await().until(() -> rows("people") == 4);
        awaitName("showAlert");
        look("talk");
        menu("view.people");
        look("people in view");
        click(item("openConversations"));
        look("conversations in view");
        menu("view.composer");
        menu("edit.find");
        onEdt(() -> window.textBox("find").target().setText("znothing"));
        look("find");
        for (String command : List.of("/help", "/who", "/rooms", "/paste", "/zunknown", "z".repeat(5000))) {
            type(command);
        }
        look("commands");
        press("findClose");
        onEdt(() -> list("conversations").setSelectedIndex(1));
        client.send("LEAVE room=zlobby name=zbob " + at + " code=quit :zgone", "JOIN room=zlobby name=zbob " + at);
        type("zanswer");
        look("private");
        onEdt(() -> list("conversations").setSelectedIndex(0));
        client.send("NOTE code=muted :Zmuted.", "WHO name=zada room=zlobby state=muted");
        await().until(() -> window.textBox("transcript").text().contains("Zmuted."));
        look("muted");
        server.stopListening();
        client.close();
        awaitName("connectNow");
        look("offline");
        assertNoFaults();
    }

    @ParameterizedTest
    @CsvSource({WIDE, LOW, LARGE, LARGEST})
    void classroomShowsOnlyWholeTextsOfTheBundles(int width, int height, int zoom) throws Exception {
        Peer client = join(width, height, zoom);
        client.send(
                "JOIN room=zlobby name=zbob at=" + Instant.now(),
                "HAND name=zbob place=1",
                "HAND name=zada place=2 :zwhy?",
                "WHO name=zbob room=zlobby state=muted");
        await().until(() -> rows("people") == 2);
        menu("view.people");
        look("hands of people");
        click(item("openConversations"));
        look("own hand");
        menu("view.composer");
        client.send("HAND name=zada place=0 by=zbob", "NOTE code=next :Zbob zcalls.");
        awaitName("call");
        look("called");
        client.send("NOTE code=hush-on :Zhush.", "NOTE code=called :Zturn.");
        await().until(() -> window.textBox("transcript").text().contains("Zturn."));
        look("called under a hush");
        press("dismissCall");
        client.send(
                "TIMER ends=" + Instant.now() + " left=3000 :zexercise",
                "POLL state=open options=zyes,zno,zperhaps,zlater,zgreen,zblue voted=7 :Zclear?");
        awaitName("poll");
        look("poll");
        press("vote1");
        client.send("OK re=" + client.skipTo("/vote@.*").split("[@ ]")[1]);
        look("vote");
        client.send("POLL state=closed options=zyes,zno,zperhaps,zlater,zgreen,zblue voted=7 :Zclear?");
        await().until(() -> !onEdt(() -> item("vote1").isEnabled()));
        look("poll closed");
        client.send("POLL state=shown options=zyes,zno,zperhaps voted=7 counts=3,4,0 :Zclear?");
        await().until(() -> robot.finder().findAll(named("vote1")).isEmpty());
        look("poll shown");
        press("pollClose");
        client.send("CLASS chapter=6 open=0 predicted=0 of=9", "CLASS chapter=8 open=0 predicted=0 of=9");
        awaitName("course");
        look("chapters closed");
        client.send("CLASS chapter=6 open=1 predicted=3 of=9");
        await().until(() -> window.label("courseVotes").text().contains("3"));
        look("chapter open");
        client.send("CLASS chapter=6 open=1 predicted=3 of=9 counts=1,0,2");
        await().until(() -> robot.finder()
                        .findAll(found -> found.getClass().getSimpleName().equals("CountBar"))
                        .size()
                == 6); // three of the poll
        look("predictions shown");
        client.send("NOTE code=lock-rooms-on :Zlocked.", "NOTE code=lock-names-on :Zlocked.");
        await().until(() -> !onEdt(() -> item("chat.name").isEnabled()));
        menu("chat.rooms");
        look("locked rooms");
        assertNoFaults();
    }

    @ParameterizedTest
    @CsvSource({WIDE, LOW, LARGE, LARGEST})
    void pageOfTheClassShowsOnlyWholeTextsOfTheBundles(int width, int height, int zoom) throws Exception {
        Peer client = join(width, height, zoom);
        client.send("WHO name=zada room=zlobby state=op");
        for (int i = 1; i <= 12; i++) {
            client.send("HAND name=zbob" + i + " place=" + i + " :zwhy zdoes zit zreturn?");
        }
        client.send("POLL state=open options=zyes,zno voted=7 :Zclear?", "TIMER ends=" + Instant.now() + " left=3000");
        await().until(() -> onEdt(() -> item("class.page").isEnabled()));
        menu("class.page");
        JTabbedPane tabs = window.dialog("classDialog").tabbedPane("classTabs").target();
        for (int tab = 0; tab < tabs.getTabCount(); tab++) {
            int shown = tab;
            onEdt(() -> tabs.setSelectedIndex(shown));
            look("tab of the class " + tab);
        }
        onEdt(() -> tabs.setSelectedIndex(3));
        String asked = client.skipTo("/progress@.*").split("@")[1];
        client.send(
                "DID name=zbob chapter=2 fact=hint at=" + Instant.now(),
                "DID name=zcyd chapter=2 fact=predicted at=" + Instant.now(),
                "END re=" + asked,
                "CLASS chapter=2 open=0 predicted=3 of=9 counts=1,0,2");
        JTable progress = window.table("progress").target();
        await().until(() -> onEdt(progress::getRowCount) == 2);
        onEdt(() -> progress.changeSelection(0, 2, false, false));
        look("progress of the class");
        onEdt(() -> tabs.setSelectedIndex(5));
        press("editAnnouncements");
        look("announcements edited");
        onEdt(() -> tabs.setSelectedIndex(1));
        JTextComponent answers = window.textBox("pollAnswers").target();
        onEdt(() -> answers.setText("zyes"));
        press("ask");
        look("wrong poll");
        assertNoFaults();
    }

    @ParameterizedTest
    @CsvSource({WIDE, LOW, LARGE, LARGEST})
    void menusOfPeopleAndMessagesShowOnlyTextsOfTheBundles(int width, int height, int zoom) throws Exception {
        Peer client = join(width, height, zoom);
        String at = "at=" + Instant.now();
        client.send(
                "JOIN room=zlobby name=zbob " + at,
                "MSG room=zlobby from=zbob id=1 " + at + " :zhello",
                "WHO name=zada room=zlobby state=op");
        await().until(() -> window.textBox("transcript").text().contains("zhello"));
        menu("view.people");
        window.list("people").showPopupMenuAt(1);
        lookAtMenu("menu of a person");
        window.textBox("transcript").showPopupMenu();
        lookAtMenu("menu of a message");
        window.textBox("composer").showPopupMenu();
        lookAtMenu("menu of a text field");
        assertNoFaults();
    }

    @ParameterizedTest
    @CsvSource({WIDE, LOW, LARGE, LARGEST})
    void dialogsShowOnlyWholeTextsOfTheBundles(int width, int height, int zoom) throws Exception {
        Peer client = join(width, height, zoom);
        client.send("JOIN room=zlobby name=zbob at=" + Instant.now(), "WHO name=zada room=zlobby state=op");
        await().until(() ->
                onEdt(() -> window.menuItem("instructor.announce").target().isEnabled()));
        for (String name :
                List.of("chat.name", "class.question", "instructor.announce", "help.shortcuts", "help.about")) {
            lookAtDialogOf(item(name));
        }
        if (!System.getProperty("awt.toolkit", "").contains("cacio")) { // off screen there is no Caps Lock to ask for
            lookAtDialogOf(item("instructor.key"));
        }
        menu("view.people");
        window.list("people").showPopupMenuAt(1);
        AbstractButton ban = item("person.ban");
        lookAtDialogOf(item("person.kick"));
        lookAtDialogOf(ban);
        menu("chat.rooms");
        String rooms = client.skipTo("/rooms@.*").split("@")[1];
        client.send("ROOM name=zlobby people=3", "ROOM name=zlab people=0", "END re=" + rooms);
        await().until(() -> window.dialog("roomsDialog").list("rooms").contents().length == 2);
        JDialog dialog = (JDialog) window.dialog("roomsDialog").target();
        click(dialog.getRootPane().getDefaultButton());
        look("rooms");
        assertNoFaults();
    }

    @ParameterizedTest
    @CsvSource({WIDE, LOW, LARGE, LARGEST})
    void panelUnderTheHoodShowsOnlyWholeTextsOfTheBundles(int width, int height, int zoom) throws Exception {
        Peer client = join(width, height, zoom);
        menu("view.hood");
        JTabbedPane tabs = window.tabbedPane("hoodTabs").target();
        client.send("MSG room=zlobby from=zbob id=1 at=" + Instant.now() + " :zhello", "PING", "zunreadable");
        type("zhello");
        String tag = client.skipTo("/say@.* zhello").split("[@ ]")[1];
        client.send("MSG room=zlobby from=zada id=2 at=" + Instant.now() + " re=" + tag + " :zhello");
        await().until(() -> window.textBox("transcript").text().contains("zhello"));
        for (int tab = 0; tab < tabs.getTabCount(); tab++) {
            int shown = tab;
            onEdt(() -> tabs.setSelectedIndex(shown));
            look("tab " + tab);
        }
        press("halfLine");
        press("pauseReading");
        look("experiments");
        assertNoFaults();
    }

    /** Its classes are loaded here, so this is also true of what they make while they are loaded. */
    @Test
    void commandsInCapitalsAreUnderstoodOnATurkishMachine() throws Exception {
        Locale usual = Locale.getDefault();
        Locale.setDefault(new Locale("tr", "TR")); // where the small letter of I has no dot
        locale = new PseudoLocale();
        try {
            Peer client = join(1000, 700, 100);
            type("/NICK ILKA");
            client.skipTo("/nick@\\S+ ILKA");
            type("/PING");
            client.send("PONG re=" + client.skipTo("/ping@\\S+").split("@")[1]);
            type("/HISTORY");
            client.send("END re=" + client.skipTo("/history@\\S+").split("@")[1]);
            client.send("MSG room=zlobby from=zbob id=1 at=" + Instant.now() + " :zfirst ZADA");
            await().until(() -> window.textBox("transcript").text().contains("zfirst"));
        } finally {
            Locale.setDefault(usual);
        }
    }

    private void openWith(int width, int height, int zoom, String... titles) throws Exception {
        Object maker = locale.loadClass(Maker.class.getName())
                .getConstructor(int.class, String[].class)
                .newInstance(zoom, titles);
        network = (AutoCloseable) maker;
        window = showFrame(() -> (JFrame) ((Callable<?>) maker).call());
        onEdt(() -> window.target().setSize(width, height));
        @SuppressWarnings("unchecked")
        BiConsumer<String, String> open = (BiConsumer<String, String>) maker;
        opener = (address, name) -> onEdt(() -> open.accept(address, name));
    }

    private Peer join(int width, int height, int zoom) throws Exception {
        openWith(width, height, zoom);
        server = ScriptedServer.startGreeting(0, "* CHAT/1 Zroom. You are zguest1.");
        opener.accept("127.0.0.1:" + server.port(), "zada");
        Peer client = server.accept();
        String tag = client.expectTagged("/proto 1 zada");
        client.send(hello("zada").replace(" :", " re=" + tag + " :"), "JOIN room=zlobby name=zada at=" + Instant.now());
        String who = client.skipTo("/who@\\S+").split("@")[1];
        client.send("WHO name=zada room=zlobby state=-", "END re=" + who);
        client.send("END re=" + client.skipTo("/history@\\S+.*").split("[@ ]")[1]);
        await().until(() -> onEdt(() -> window.textBox("composer").target().isFocusOwner()));
        return client;
    }

    private static String hello(String name) {
        return "HELLO proto=1 server=test run=r1 you=" + name
                + " token=t room=zlobby ping=3600 line=4096 paste=500 :Zroom";
    }

    /** Notes the faults of all windows in this state. */
    private void look(String state) {
        robot.waitForIdle();
        for (Window shown : Window.getWindows()) {
            if (onEdt(shown::isShowing)) {
                onEdt(() -> ShownTexts.faultsOf(shown))
                        .forEach(fault -> faults.putIfAbsent(fault, state + ": " + fault));
            }
        }
    }

    /** Looks at a context menu, and closes it. */
    private void lookAtMenu(String state) {
        look(state);
        onEdt(() -> MenuSelectionManager.defaultManager().clearSelectedPath());
    }

    private AbstractButton item(String name) {
        return (AbstractButton) robot.finder().findByName(name, false);
    }

    private void lookAtDialogOf(AbstractButton item) {
        SwingUtilities.invokeLater(() -> item.doClick(0)); // returns when the dialog is closed
        await().until(() -> !onEdt(window.target()::isFocused));
        look(item.getName());
        onEdt(() -> {
            for (Window owned : window.target().getOwnedWindows()) {
                owned.dispose();
            }
        });
        await().until(() -> onEdt(window.target()::isFocused));
    }

    private void assertNoFaults() {
        assertThat(String.join("\n", faults.values())).isEmpty();
    }

    private void menu(String name) {
        click(window.menuItem(name).target());
    }

    private void press(String button) {
        click(window.button(button).target());
    }

    /** With no pause in which a person would see the button pressed. */
    private static void click(AbstractButton button) {
        onEdt(() -> button.doClick(0));
    }

    private void type(String text) {
        JTextComponent composer = window.textBox("composer").target();
        onEdt(() -> {
            composer.setText(text);
            window.button("send").target().doClick(0);
        });
    }

    /** The list of this name, also where it is folded away. */
    private JList<?> list(String name) {
        return robot.finder().findByName(name, JList.class, false);
    }

    private int rows(String list) {
        return onEdt(() -> list(list).getModel().getSize());
    }

    private void awaitName(String name) {
        await().until(() -> robot.finder().findAll(named(name)).stream().anyMatch(found -> onEdt(found::isShowing)));
    }

    private static ComponentMatcher named(String name) {
        return component -> name.equals(component.getName());
    }

    /** Makes the window with the texts of the class loader that has loaded this class. */
    public static final class Maker implements Callable<JFrame>, BiConsumer<String, String>, AutoCloseable {
        private final UserSettings settings = new UserSettings(new MemoryPreferences());
        private final int zoom;
        private final Announcer network;
        private ChatWindow window;

        public Maker(int zoom, String... titles) throws IOException {
            this.zoom = zoom;
            network = new Announcer(titles);
        }

        @Override
        public JFrame call() {
            Appearance appearance = new Appearance(settings, () -> false);
            appearance.begin(Theme.LIGHT, zoom, false);
            window = new ChatWindow(settings, appearance, Clock.systemDefaultZone(), network.finders());
            return window;
        }

        @Override
        public void accept(String address, String name) {
            try {
                window.open(address.isEmpty() ? Optional.empty() : Optional.of(Endpoint.of(address, null)), name);
            } catch (BadAddressException e) {
                throw new IllegalArgumentException(e);
            }
        }

        @Override
        public void close() {
            network.close();
        }
    }
}
