package chatlab.swing;

import static java.awt.event.KeyEvent.VK_ALT;
import static java.awt.event.KeyEvent.VK_CONTROL;
import static java.awt.event.KeyEvent.VK_ENTER;
import static java.awt.event.KeyEvent.VK_ESCAPE;
import static java.awt.event.KeyEvent.VK_F2;
import static java.awt.event.KeyEvent.VK_MINUS;
import static java.awt.event.KeyEvent.VK_N;
import static java.awt.event.KeyEvent.VK_R;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chatlab.protocol.Endpoint;
import chatlab.protocol.testing.Peer;
import chatlab.protocol.testing.ScriptedServer;
import chatlab.swing.Appearance.Theme;
import chatlab.swing.join.Announcer;
import chatlab.swing.testing.RobotTest;
import com.formdev.flatlaf.FlatLaf;
import com.formdev.flatlaf.util.UIScale;
import java.awt.AWTEvent;
import java.awt.Component;
import java.awt.Toolkit;
import java.awt.event.AWTEventListener;
import java.awt.event.ContainerEvent;
import java.awt.event.WindowEvent;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.SocketChannel;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JMenuItem;
import javax.swing.text.JTextComponent;
import org.assertj.swing.core.GenericTypeMatcher;
import org.assertj.swing.fixture.DialogFixture;
import org.assertj.swing.fixture.FrameFixture;
import org.assertj.swing.fixture.JTextComponentFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The whole window, with a scripted server. */
class ChatWindowTest extends RobotTest {
    private static final String GREETING = "* CHAT/1 Room 12. You are guest1.";

    private final UserSettings settings = new UserSettings(new MemoryPreferences());

    private Announcer network;
    private ScriptedServer server;
    private FrameFixture window;

    @BeforeEach
    void open() throws IOException {
        network = new Announcer();
        server = ScriptedServer.startGreeting(0, GREETING);
        window = showFrame(this::newWindow);
    }

    private ChatWindow newWindow() {
        Appearance appearance = new Appearance(settings, () -> false);
        appearance.begin(Theme.LIGHT, 100, false);
        return new ChatWindow(settings, appearance, Clock.systemDefaultZone(), network.finders());
    }

    @AfterEach
    void close() throws IOException {
        onEdt(() -> window.target().dispatchEvent(new WindowEvent(window.target(), WindowEvent.WINDOW_CLOSING)));
        onEdt(() -> UIScale.setZoomFactor(1));
        server.close();
        network.close();
    }

    @Test
    void frameIsOnTheScreenBeforeItsPagesAreBuilt() {
        List<Boolean> shown = new ArrayList<>();
        AWTEventListener listener = event -> {
            if (event instanceof ContainerEvent e && e.getChild() instanceof HoodDrawer) {
                shown.add(e.getContainer().isShowing());
            }
        };
        onEdt(() -> {
            Toolkit.getDefaultToolkit().addAWTEventListener(listener, AWTEvent.CONTAINER_EVENT_MASK);
            newWindow().dispose();
            Toolkit.getDefaultToolkit().removeAWTEventListener(listener);
        });
        assertThat(shown).containsExactly(true);
    }

    @Test
    void startBuildsNothingOfTheChatAndNothingUnderTheHood() {
        openWithout();
        assertThat(partsOf("chatlab.swing.join")).isNotEmpty();
        for (String unseen : List.of("chatlab.swing.chat", "chatlab.swing.transcript", "chatlab.swing.hood")) {
            assertThat(partsOf(unseen)).isEmpty();
        }
    }

    @Test
    void keyboardAloneJoinsWithASuggestedName() throws Exception {
        openWithout();
        type("ada");
        pressWithAlt(VK_R); // shows the address
        awaitFocus("address");
        type("127.0.0.1 " + server.port());
        robot.pressAndReleaseKeys(VK_ENTER);

        Peer client = server.accept();
        String tag = client.expectTagged("/proto 1 ada");
        client.send(hello("guest1"), "ERR re=" + tag + " code=name-taken :Another person here is called ada.");
        awaitProblem("Another person here is called ada.");
        await().untilAsserted(window.textBox("name")::requireFocused);
        window.textBox("name").requireText("ada2");

        robot.pressAndReleaseKeys(VK_ENTER);
        String proto = client.skipTo("/proto@\\S+ 1 ada2");
        client.send(hello("ada2"), "OK re=" + proto.split("[@ ]")[1]);
        awaitComposer();
        await().untilAsserted(() -> window.requireTitle("lobby – Room 12 – Chatlab"));
        assertThat(onEdt(settings::name)).isEqualTo("ada2");
        assertThat(onEdt(settings::servers)).containsExactly("127.0.0.1:" + server.port());
    }

    @Test
    void addressWithoutNameShowsThePageWithTheLastName() throws Exception {
        onEdt(() -> settings.setName("cyd"));
        onEdt(() -> ((ChatWindow) window.target()).open(Optional.of(new Endpoint("127.0.0.1", server.port())), ""));
        awaitFocus("name");
        window.textBox("name").requireText("cyd");
        type("ada"); // replaces the last name
        robot.pressAndReleaseKeys(VK_ENTER);
        letIn();
        awaitComposer();
        assertThat(onEdt(settings::name)).isEqualTo("ada");
    }

    @Test
    void kickedUserJoinsAgainWithTheSameNameAndTranscript() throws Exception {
        openFor(server.port());
        Peer client = letIn();
        awaitComposer();
        String history = client.skipTo("/history@.*");
        client.send("END re=" + history.split("@")[1]);
        robot.pressAndReleaseKeys(VK_F2);
        DialogFixture dialog = window.dialog("question");
        await().untilAsserted(() -> dialog.textBox("newName").requireFocused());
        type("countess");
        robot.pressAndReleaseKeys(VK_ENTER);
        String proto = client.skipTo("/proto@\\S+ 1 countess");
        client.send(hello("countess").replace(" :", " re=" + proto.split("[@ ]")[1] + " :"));
        client.send("MSG to=countess from=bob id=2 at=2026-11-20T14:02:00.000Z :psst");
        await().until(() -> window.list("conversations").contents().length == 2);
        window.list("conversations").clickItem(1);
        awaitComposer();
        type("half");
        assertThat(onEdt(settings::name)).isEqualTo("countess");
        client.send("BYE code=kicked :The instructor has sent you away.");
        client.close();
        await().ignoreExceptions()
                .until(() -> window.button("connectNow").target().isShowing());
        window.button("connectNow").click();
        Peer again = server.accept();
        again.expectTagged("/proto 1 countess t");
        again.send(hello("countess"));
        await().until(() ->
                !onEdt(() -> robot.finder().findByName("banner", false).isShowing()));
        window.textBox("composer").requireText("half");
        window.label("place").requireText("bob (private)");
        assertThat(window.textBox("transcript").text()).contains("psst");
        pressWithCtrl(VK_N);
        awaitFocus("name");
        window.textBox("name").requireText("countess");
    }

    @Test
    void refusedConnectionCanBeTriedAgain() throws Exception {
        int port = server.port();
        server.close();
        openFor(port);
        awaitProblem("No program listens at 127.0.0.1:" + port + ". Check that the server runs, and check the port.");
        await().untilAsserted(window.textBox("address")::requireFocused);
        window.textBox("address").requireEnabled();

        server = ScriptedServer.startGreeting(port, GREETING);
        window.button("join").click();
        letIn();
        awaitComposer();
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "where a queue is full, other systems refuse")
    void attemptWithoutAnswerIsCancelled() throws Exception {
        try (ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            List<SocketChannel> before = fill(deaf);
            openFor(deaf.getLocalPort());
            JButton cancel = robot.finder().findByName("cancel", JButton.class, false);
            await().until(() -> onEdt(cancel::isShowing));
            robot.pressAndReleaseKeys(VK_ESCAPE);

            await().until(() -> !onEdt(cancel::isShowing));
            assertThat(isShowing("problem")).isFalse(); // the user has cancelled, and knows it
            for (SocketChannel channel : before) {
                channel.close();
            }
        }
        window.button("join").requireEnabled();
    }

    @Test
    void zoomAndThemeKeepTheDraftAndAreSaved() throws Exception {
        openFor(server.port());
        letIn();
        JTextComponentFixture composer = awaitComposer();
        type("hal");

        pressWithCtrl(VK_MINUS, VK_MINUS);
        JMenuItem dark = window.menuItem("view.theme.dark").target();
        onEdt(() -> dark.doClick()); // the robot fails with submenus
        await().until(() -> onEdt(FlatLaf::isLafDark));

        await().untilAsserted(composer::requireFocused);
        type("f");
        composer.requireText("half");
        assertThat(onEdt(UIScale::getZoomFactor)).isEqualTo(0.8f);
        assertThat(onEdt(settings::zoom)).isEqualTo(80);
        assertThat(onEdt(settings::theme)).isEqualTo(Theme.DARK);
    }

    @Test
    void theWayToAnotherServerLeadsBack() throws Exception {
        openFor(server.port());
        Peer client = letIn();
        awaitComposer();
        pressWithCtrl(VK_N);
        awaitFocus("name");
        assertThat(onEdt(() -> window.menuItem("chat.rooms").target().isEnabled()))
                .isFalse();

        String history = client.skipTo("/history@.*");
        client.send("END re=" + history.split("@")[1]); // nothing was said before
        client.send("MSG room=lobby from=bob id=1 at=2026-11-20T14:02:00.000Z :Are you there?");
        await().untilAsserted(() -> window.requireTitle("(1) Chatlab")); // the chat is out of view

        robot.pressAndReleaseKeys(VK_ESCAPE);
        awaitComposer();
    }

    /** The components of the window, visible or not, whose classes are in this package. */
    private Collection<Component> partsOf(String name) {
        return robot.finder().findAll(window.target(), new GenericTypeMatcher<>(Component.class) {
            @Override
            protected boolean isMatching(Component component) {
                return component.getClass().getPackageName().equals(name);
            }
        });
    }

    private void openWithout() {
        onEdt(() -> ((ChatWindow) window.target()).open(Optional.empty(), ""));
        awaitFocus("name");
    }

    private void openFor(int port) {
        onEdt(() -> ((ChatWindow) window.target()).open(Optional.of(new Endpoint("127.0.0.1", port)), "ada"));
    }

    private Peer letIn() throws IOException {
        Peer client = server.accept();
        client.expectTagged("/proto 1 ada");
        client.send(hello("ada"));
        return client;
    }

    private static String hello(String name) {
        return "HELLO proto=1 server=test run=r1 you=" + name
                + " token=t room=lobby ping=3600 line=4096 paste=500 :Room 12";
    }

    /** A listener with a full queue: further connections get no answer. */
    private static List<SocketChannel> fill(ServerSocket deaf) throws IOException {
        List<SocketChannel> channels = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            SocketChannel channel = SocketChannel.open();
            channel.configureBlocking(false);
            channel.connect(new InetSocketAddress(deaf.getInetAddress(), deaf.getLocalPort()));
            channels.add(channel);
        }
        return channels;
    }

    /** The name of the component with the focus. */
    private void type(String text) {
        for (char c : text.toCharArray()) {
            robot.type(c);
        }
    }

    private void pressWithAlt(int key) {
        robot.pressKey(VK_ALT);
        robot.pressAndReleaseKeys(key);
        robot.releaseKey(VK_ALT);
    }

    private void pressWithCtrl(int... keys) {
        robot.pressKey(VK_CONTROL);
        robot.pressAndReleaseKeys(keys);
        robot.releaseKey(VK_CONTROL);
    }

    private JTextComponentFixture awaitComposer() {
        awaitFocus("composer");
        return window.textBox("composer");
    }

    private void awaitProblem(String words) {
        await().until(() -> isShowing("problem"));
        window.textBox("problem").requireText(words);
    }

    private void awaitFocus(String name) {
        await().until(() -> texts(name).stream().anyMatch(text -> onEdt(text::isFocusOwner)));
    }

    private boolean isShowing(String name) {
        return texts(name).stream().anyMatch(text -> onEdt(text::isShowing));
    }

    /** Unlike {@code window.textBox(name)}, does not fail before there is one. */
    private Collection<JTextComponent> texts(String name) {
        return robot.finder().findAll(window.target(), new GenericTypeMatcher<>(JTextComponent.class) {
            @Override
            protected boolean isMatching(JTextComponent text) {
                return name.equals(text.getName());
            }
        });
    }
}
