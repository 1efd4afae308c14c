package chatlab.swing.join;

import static java.awt.event.KeyEvent.VK_DOWN;
import static java.awt.event.KeyEvent.VK_ENTER;
import static java.awt.event.KeyEvent.VK_TAB;
import static java.awt.event.KeyEvent.VK_UP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.swing.core.matcher.JButtonMatcher.withText;
import static org.awaitility.Awaitility.await;

import chatlab.client.Finder;
import chatlab.protocol.Endpoint;
import chatlab.swing.join.JoinPage.Wishes;
import chatlab.swing.model.Status;
import chatlab.swing.testing.ImageTrap;
import chatlab.swing.testing.RobotTest;
import com.formdev.flatlaf.FlatLaf;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JList;
import org.assertj.swing.fixture.FrameFixture;
import org.assertj.swing.fixture.JListFixture;
import org.assertj.swing.fixture.JTextComponentFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page to join a server, without the rest of the window. */
class JoinPageWindowTest extends RobotTest {
    private final List<String> wishes = new CopyOnWriteArrayList<>();

    private JoinPage page;

    @Test
    void keyboardChoosesAServerOfTheList() throws Exception {
        try (Announcer network = new Announcer("Room 11", "Room 12")) {
            FrameFixture window = open(network);
            JListFixture servers = window.list("servers");
            await().until(() -> servers.contents().length == 2);

            window.textBox("name").enterText("ada");
            robot.pressAndReleaseKeys(VK_TAB, VK_TAB); // beyond "Look again"
            await().until(() -> onEdt(() -> servers.target().isFocusOwner()));
            robot.pressAndReleaseKeys(VK_DOWN, VK_DOWN);
            await().untilAsserted(() -> servers.requireSelection(1));
            window.button("join").requireText("Join Room 12");
            robot.pressAndReleaseKeys(VK_ENTER);

            await().untilAsserted(() -> assertThat(wishes).containsExactly("join 127.0.0.2:9001 ada"));
        }
    }

    @Test
    void arrowKeysInTheNameChooseAmongSeveralServers() throws Exception {
        try (Announcer network = new Announcer("Room 11", "Room 12")) {
            FrameFixture window = open(network);
            await().until(() -> window.list("servers").contents().length == 2);
            window.textBox("name").enterText("ada").pressAndReleaseKeys(VK_DOWN, VK_DOWN, VK_UP);
            await().untilAsserted(() -> window.list("servers").requireSelection(0));
            await().untilAsserted(window.textBox("name")::requireFocused);
            window.textBox("name").requireText("ada");
            robot.pressAndReleaseKeys(VK_ENTER);
            await().untilAsserted(() -> assertThat(wishes).containsExactly("join 127.0.0.1:9000 ada"));
        }
    }

    @Test
    void enterJoinsTheOnlyServerUnderTheNameOfLastTime() throws Exception {
        try (Announcer network = new Announcer("Room 11")) {
            FrameFixture window = show(() -> page = new JoinPage(network.finders(), new Noted()));
            onEdt(() -> page.prefill("", List.of(), "ada"));
            onEdt(() -> page.enter());
            await().untilAsserted(() -> window.textBox("name").requireFocused());
            await().until(() -> window.list("servers").contents().length == 1);
            robot.pressAndReleaseKeys(VK_ENTER); // perhaps before the list has decided
            await().untilAsserted(() -> assertThat(wishes).containsExactly("join 127.0.0.1:9000 ada"));
            window.list("servers").requireSelection(0);
            window.button("join").requireText("Join Room 11");
            screenshot("join");
        }
    }

    @Test
    void onlyServerIsChosenAutomatically() throws Exception {
        try (Announcer network = new Announcer("Room 11")) {
            FrameFixture window = open(network);
            window.textBox("name").enterText("ada");
            await().untilAsserted(() -> window.list("servers").requireSelection(0));
            assertThat(isAddressShowing(window)).isFalse();
            await().untilAsserted(window.textBox("name")::requireFocused);
            window.textBox("name").requireText("ada");
            robot.pressAndReleaseKeys(VK_ENTER);
            await().untilAsserted(() -> assertThat(wishes).containsExactly("join 127.0.0.1:9000 ada"));
        }
    }

    @Test
    void addressIsShownAtOnceWhereNoServerIsFound() throws Exception {
        try (Announcer network = new Announcer()) {
            FrameFixture window = show(() -> page = new JoinPage(network.finders(), new Noted()));
            boolean atFirst = onEdt(() -> {
                page.enter();
                return isAddressShowing(window); // before any event of the search
            });
            assertThat(atFirst).isFalse();
            await().until(() -> isAddressShowing(window));
            assertThat(window.label("search").text()).contains("Ask your instructor for the address");
            assertThat(isShowing(window, "unfold")).isFalse();
            window.button("join").requireText("Join");
        }
    }

    @Test
    void linkShowsTheAddress() throws Exception {
        try (Announcer network = new Announcer("Room 11", "Room 12")) {
            FrameFixture window = open(network);
            await().until(() -> window.list("servers").contents().length == 2);
            assertThat(isAddressShowing(window)).isFalse();
            window.button("unfold").click();
            await().untilAsserted(() -> window.textBox("address").requireFocused());
            assertThat(isShowing(window, "unfold")).isFalse();
        }
    }

    @Test
    void refusedAddressIsShown() throws Exception {
        try (Announcer network = new Announcer("Room 11")) {
            FrameFixture window = open(network);
            await().untilAsserted(() -> window.list("servers").requireSelection(0));
            onEdt(() -> page.refresh(new Status.Ended("Nobody listens there."), false));
            await().until(() -> isAddressShowing(window));
            await().untilAsserted(
                            () -> window.textBox("address").requireFocused().requireText("127.0.0.1:9000"));
            window.textBox("problem").requireText("Nobody listens there.");
        }
    }

    @Test
    void cancelStandsInPlaceOfTheButtonWhileTheClientConnects() throws Exception {
        try (Announcer network = new Announcer("Room 11")) {
            FrameFixture window = open(network);
            assertThat(isShowing(window, "cancel")).isFalse();
            onEdt(() -> page.refresh(new Status.Connecting("127.0.0.1:9000"), false));
            assertThat(isShowing(window, "join")).isFalse();
            window.label("doing").requireText("Connecting to 127.0.0.1:9000 ...");
            window.button("cancel").click();
            assertThat(wishes).containsExactly("cancel");
            onEdt(() -> page.refresh(new Status.Ended("You have cancelled it."), false));
            assertThat(isShowing(window, "join")).isTrue();
            assertThat(isShowing(window, "problem")).isFalse();
            await().untilAsserted(() -> window.textBox("name").requireFocused());
        }
    }

    @Test
    void clickOnAServerLeadsToTheName() throws Exception {
        try (Announcer network = new Announcer("Room 11", "Room 12")) {
            FrameFixture window = show(() -> page = new JoinPage(network.finders(), new Noted()));
            onEdt(() -> page.prefill("", List.of(), "ada"));
            onEdt(() -> page.enter());
            await().until(() -> window.list("servers").contents().length == 2);
            window.list("servers").clickItem(1);
            await().untilAsserted(() -> window.textBox("name").requireFocused());
            window.list("servers").requireSelection(1);
            robot.enterText("dan");
            robot.pressAndReleaseKeys(VK_ENTER);
            await().untilAsserted(() -> assertThat(wishes).containsExactly("join 127.0.0.2:9001 dan"));
        }
    }

    @Test
    void addressThatIsGivenLeadsToTheName() throws Exception {
        try (Announcer network = new Announcer()) {
            FrameFixture window = show(() -> page = new JoinPage(network.finders(), new Noted()));
            onEdt(() -> page.prefill("lab-3", List.of(), "ada"));
            onEdt(() -> page.enter());
            await().untilAsserted(() -> window.textBox("name").requireFocused());
            robot.enterText("dan"); // replaces the last name
            await().untilAsserted(() -> window.textBox("name").requireText("dan"));
            await().until(() -> isAddressShowing(window));
            window.textBox("address").requireText("lab-3");
        }
    }

    @Test
    void userWithoutANameIsAskedOnce() throws Exception {
        try (Announcer network = new Announcer()) {
            FrameFixture window = show(() -> page = new JoinPage(network.finders(), new Noted()));
            onEdt(() -> page.prefill("lab-3", List.of(), ""));
            onEdt(() -> page.enter());
            await().untilAsserted(() -> window.textBox("name").requireFocused());
            robot.pressAndReleaseKeys(VK_ENTER);
            await().untilAsserted(() ->
                    assertThat(window.textBox("problem").text()).startsWith("Type a name, or press Enter again"));
            screenshot("join-name");
            await().untilAsserted(window.textBox("name")::requireFocused);
            assertThat(wishes).isEmpty();
            robot.pressAndReleaseKeys(VK_ENTER);
            await().untilAsserted(() -> assertThat(wishes).containsExactly("join lab-3:8081 "));
        }
    }

    @Test
    void onlyServerDoesNotReplaceATypedAddress() throws Exception {
        try (Announcer network = new Announcer("Room 11")) {
            FrameFixture window = show(() -> page = new JoinPage(network.finders(), new Noted()));
            onEdt(() -> page.prefill("lab-3", List.of(), "ada"));
            onEdt(() -> page.enter());
            await().untilAsserted(() -> window.label("search").requireText("1 server found on this network"));
            window.textBox("address").requireText("lab-3");
            window.list("servers").requireNoSelection();
        }
    }

    @Test
    void typingReplacesTheSuggestedAddress() throws Exception {
        try (Announcer network = new Announcer("Room 11")) {
            FrameFixture window = open(network);
            await().untilAsserted(() -> window.list("servers").requireSelection(0));
            window.button("unfold").click();
            await().untilAsserted(() -> window.textBox("address").requireFocused());
            onEdt(FlatLaf::updateUI);
            robot.waitForIdle();
            robot.enterText("lab-3");
            await().untilAsserted(() -> window.textBox("address").requireText("lab-3"));
            window.list("servers").requireNoSelection();
            window.button("join").requireText("Join lab-3");

            onEdt(() -> window.button(withText("Look again")).target().doClick(0));
            await().untilAsserted(() -> window.label("search").requireText("1 server found on this network"));
            window.textBox("address").requireText("lab-3");
            window.list("servers").requireNoSelection();
        }
    }

    @Test
    void serverThatReplacesAnotherIsChosen() throws Exception {
        try (Announcer before = new Announcer("Room 11");
                Announcer after = new Announcer(9100, "Room 11")) {
            AtomicReference<Announcer> network = new AtomicReference<>(before);
            FrameFixture window = open(() -> network.get().finders().call());
            await().untilAsserted(() -> window.list("servers").requireSelection(0));

            network.set(after);
            window.button(withText("Look again")).click();
            await().until(() -> isChosen(window, 9100));
        }
    }

    @Test
    void serverThatLetTheUserInIsSaved() throws Exception {
        try (Announcer before = new Announcer("Room 11");
                Announcer after = new Announcer(9100, "Room 12")) {
            AtomicReference<Announcer> network = new AtomicReference<>(before);
            FrameFixture window = open(() -> network.get().finders().call());
            await().untilAsserted(() -> window.list("servers").requireSelection(0));

            onEdt(() -> page.offer(List.of("127.0.0.1:9000"), ""));
            network.set(after);
            assertThat(selectionAfterLookingAgain(window)).isEqualTo(-1);
            await().untilAsserted(() -> window.label("search")
                    .requireText("1 server found on this network; your last one, 127.0.0.1:9000, has not answered"));
            window.textBox("address").requireText("127.0.0.1:9000");
            window.list("servers").requireNoSelection();
        }
    }

    @Test
    void theSameServerIsChosenAgain() throws Exception {
        try (Announcer network = new Announcer("Room 11")) {
            FrameFixture window = open(network);
            await().untilAsserted(() -> window.list("servers").requireSelection(0));
            onEdt(() -> page.refresh(new Status.Ended("No program listens there."), false));
            assertThat(selectionAfterLookingAgain(window)).isEqualTo(-1);
            await().untilAsserted(() -> window.list("servers").requireSelection(0));
            assertThat(window.textBox("problem").text()).startsWith("No program listens there.");
        }
    }

    @Test
    void noServerIsChosenBetweenTwo() throws Exception {
        try (Announcer network = new Announcer("Room 11", "Room 12")) {
            FrameFixture window = open(network);
            await().untilAsserted(() -> window.label("search").requireText("2 servers found on this network"));
            window.list("servers").requireNoSelection();
            window.button("join").requireText("Choose a room").requireDisabled();
            window.textBox("name").enterText("ada").pressAndReleaseKeys(VK_ENTER);
            window.textBox("problem").requireText("Choose a room in the list, or enter an address.");
            await().until(() -> onEdt(() -> window.list("servers").target().isFocusOwner()));
            robot.pressAndReleaseKeys(VK_DOWN);
            await().until(() -> !isShowing(window, "problem"));
            assertThat(wishes).isEmpty();
            robot.pressAndReleaseKeys(VK_ENTER);
            await().untilAsserted(() -> assertThat(wishes).containsExactly("join 127.0.0.1:9000 ada"));
        }
    }

    @Test
    void addressFieldMakesTheButtonUsableBetweenTwoServers() throws Exception {
        try (Announcer network = new Announcer("Room 11", "Room 12")) {
            FrameFixture window = open(network);
            await().until(() -> window.list("servers").contents().length == 2);
            window.button("join").requireDisabled();
            unfold(window);
            window.button("join").requireEnabled().requireText("Join");
        }
    }

    @Test
    void serverOfTheLastTimeIsChosenAmongSeveral() throws Exception {
        try (Announcer network = new Announcer("Room 11", "Room 12")) {
            FrameFixture window = open(network, "127.0.0.2:9001");
            await().untilAsserted(() -> window.label("search").requireText("2 servers found on this network"));
            window.list("servers").requireSelection(1);
            window.button("join").requireText("Join Room 12").requireEnabled();
        }
    }

    @Test
    void onlyServerReplacesTheServerOfTheLastTimeAndThePageSaysSo() throws Exception {
        try (Announcer network = new Announcer("Room 11")) {
            FrameFixture window = open(network, "lab-3:8081");
            await().untilAsserted(() -> window.label("search")
                    .requireText("1 server found on this network; your last one, lab-3:8081, has not answered"));
            window.list("servers").requireSelection(0);
            window.button("join").requireText("Join Room 11");
            assertThat(isAddressShowing(window)).isFalse();
        }
    }

    @Test
    void noServerIsChosenAmongSeveralOthersThanTheLast() throws Exception {
        try (Announcer network = new Announcer("Room 11", "Room 12")) {
            FrameFixture window = open(network, "lab-3:8081");
            await().untilAsserted(() -> window.label("search")
                    .requireText("2 servers found on this network; your last one, lab-3:8081, has not answered"));
            window.list("servers").requireNoSelection();
            window.button("join").requireText("Choose a room").requireDisabled();
        }
    }

    @Test
    void serverOfTheLastTimeStaysWhereNoServerIsFound() throws Exception {
        try (Announcer network = new Announcer()) {
            FrameFixture window = open(network, "lab-3:8081");
            await().until(() -> isAddressShowing(window));
            window.textBox("address").requireText("lab-3:8081");
            window.button("join").requireText("Join lab-3:8081").requireEnabled();
        }
    }

    @Test
    void problemIsShownOnThePage() throws Exception {
        try (Announcer network = new Announcer()) {
            FrameFixture window = open(network);
            await().until(() -> isAddressShowing(window)); // the search has ended, and moves no button any more

            window.button("join").click();
            assertThat(window.textBox("problem").text()).startsWith("Type the address of the server");
            await().untilAsserted(window.textBox("address")::requireFocused);
            window.textBox("address").enterText("localhost 99999");
            window.button("join").click();
            assertThat(window.textBox("problem").text()).startsWith("\"99999\" is not a port.");

            window.textBox("address").deleteText().enterText("localhost");
            window.textBox("name").enterText("a b");
            window.button("join").click();
            assertThat(window.textBox("problem").text()).startsWith("A name consists of");
            await().untilAsserted(window.textBox("name")::requireFocused);
            assertThat(wishes).isEmpty();

            window.textBox("name").deleteText().enterText("ada");
            assertThat(isShowing(window, "problem")).isFalse();
            window.button("join").click();
            assertThat(wishes).containsExactly("join localhost:8081 ada");

            onEdt(() -> page.leave());
            assertThat(onEdt(() -> page.getRootPane().getDefaultButton()))
                    .as("what Enter presses on the next page")
                    .isNull();
        }
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1:8081, 127.0.0.1:8081", "8082, localhost:8082"})
    void addressMayHaveAPortOrBeAPortAlone(String typed, String server) throws Exception {
        try (Announcer network = new Announcer()) {
            FrameFixture window = open(network);
            unfold(window);
            window.textBox("address").enterText(typed);
            window.textBox("name").enterText("ada");
            robot.pressAndReleaseKeys(VK_ENTER);
            await().untilAsserted(() -> assertThat(wishes).containsExactly("join " + server + " ada"));
        }
    }

    @Test
    void onlyAListWithAddressesOpens() throws Exception {
        try (Announcer network = new Announcer()) {
            FrameFixture window = open(network);
            unfold(window);
            JComboBox<?> addresses = window.comboBox("address").target();
            JTextComponentFixture address = window.textBox("address");

            address.pressAndReleaseKeys(VK_DOWN)
                    .enterText("l"); // once it is in the field, the key before has been handled
            await().untilAsserted(() -> address.requireText("l"));
            assertThat(onEdt(addresses::isPopupVisible)).isFalse();

            onEdt(() -> page.offer(List.of("lab-3"), ""));
            address.pressAndReleaseKeys(VK_DOWN);
            await().until(() -> onEdt(addresses::isPopupVisible));
        }
    }

    @Test
    void anotherZoomLeavesTheFocusWhereItIs() throws Exception {
        try (Announcer network = new Announcer()) {
            FrameFixture window = open(network);
            unfold(window);
            JTextComponentFixture address = window.textBox("address");
            address.enterText("local");

            onEdt(FlatLaf::updateUI);
            robot.waitForIdle();

            await().untilAsserted(address::requireFocused);
            robot.enterText("host");
            await().untilAsserted(() -> address.requireText("localhost"));
        }
    }

    @Test
    void theTitleOfAServerIsNeverHtml() throws Exception {
        try (ImageTrap image = new ImageTrap();
                Announcer network = new Announcer(image.html())) {
            FrameFixture window = open(network);
            await().until(() -> window.list("servers").contents().length == 1);
            window.list("servers").selectItem(0);
            assertThat(window.button("join").text())
                    .contains("<html>")
                    .endsWith("\u2026")
                    .hasSizeLessThan(32);
            onEdt(() -> page.refresh(new Status.Connecting("<html><b>x"), false));
            robot.waitForIdle();
            image.assertNotAsked();
        }
    }

    private int selectionAfterLookingAgain(FrameFixture window) {
        return onEdt(() -> {
            window.button(withText("Look again")).target().doClick(0);
            return window.list("servers").target().getSelectedIndex();
        });
    }

    private void unfold(FrameFixture window) {
        JButton link = robot.finder().findByName(window.target(), "unfold", JButton.class, false);
        onEdt(() -> link.doClick(0)); // by the mouse it may be gone already, at the end of the search
        await().untilAsserted(() -> window.textBox("address").requireFocused());
    }

    private boolean isAddressShowing(FrameFixture window) {
        return isShowing(window, "address");
    }

    private boolean isShowing(FrameFixture window, String name) {
        return !robot.finder()
                .findAll(
                        window.target(),
                        component -> name.equals(component.getName()) && onEdt(() -> component.isShowing()))
                .isEmpty();
    }

    private static boolean isChosen(FrameFixture window, int port) {
        JList<?> servers = window.list("servers").target();
        return onEdt(() -> servers.getSelectedValue() instanceof Finder.Found found
                && found.address().port() == port);
    }

    private FrameFixture open(Announcer network) {
        return open(network.finders());
    }

    /** With a server of the last time. */
    private FrameFixture open(Announcer network, String last) {
        FrameFixture window = show(() -> page = new JoinPage(network.finders(), new Noted()));
        onEdt(() -> page.prefill("", List.of(last), "ada"));
        onEdt(() -> page.enter());
        return window;
    }

    private FrameFixture open(Callable<Finder> finders) {
        FrameFixture window = show(() -> page = new JoinPage(finders, new Noted()));
        onEdt(() -> page.enter());
        return window;
    }

    private final class Noted implements Wishes {
        @Override
        public void join(Endpoint server, String name) {
            wishes.add("join " + server + " " + name);
        }

        @Override
        public void rename(String name) {
            wishes.add("rename " + name);
        }

        @Override
        public void cancel() {
            wishes.add("cancel");
        }
    }
}
