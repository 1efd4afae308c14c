package chatlab.kit;

import static java.awt.event.KeyEvent.VK_ENTER;
import static java.awt.event.KeyEvent.VK_F12;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import chatlab.protocol.testing.Peer;
import chatlab.swing.testing.RobotTest;
import java.awt.Dimension;
import java.awt.event.WindowEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.prefs.Preferences;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Makes the pictures of the README, in {@code target/pictures}: of the programs themselves, with a real server and other
 * people in the room.
 */
class ReadmePicturesWindowTest extends RobotTest {
    private static final Path PICTURES = Path.of("target", "pictures");
    private static final int COLUMNS = 84;
    private static final String[] CODE = {
        "synchronized (clients) {",
        "    for (Client client : clients) {",
        "        client.out().println(line);",
        "    }",
        "}"
    };

    @TempDir
    private Path folder;

    private final List<Peer> people = new ArrayList<>();
    private RunningServer server;
    private FrameFixture window;

    @BeforeEach
    void startServer() throws Exception {
        Preferences.userRoot().node("chatlab").clear();
        server = RunningServer.start(folder, "--name", "Room 12");
    }

    @AfterEach
    void closeAll() throws IOException {
        if (window != null) {
            onEdt(() -> window.target().dispatchEvent(new WindowEvent(window.target(), WindowEvent.WINDOW_CLOSING)));
        }
        for (Peer person : people) {
            person.close();
        }
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void pictureOfTheWindow(String theme) throws Exception {
        Peer rao = enter("ms.rao");
        server.type("op ms.rao");
        rao.skipTo(".*instructor.*");
        Peer bob = enter("bob");
        join(theme, new Dimension(900, 700));
        bob.skipTo(ClassroomWindowTest.ADA_IS_IN);
        Peer cyd = enter("cyd");
        Peer dora = enter("dora");
        enter("emil");
        enter("finn");
        for (Peer person : List.of(bob, dora)) {
            person.send("/hand");
            person.skipTo(".*[Yy]our hand is up.*");
        }
        server.type("mute emil");
        awaitTranscript("emil may not speak");
        awaitContents("people", 7);

        bob.send("which thread writes to my socket?", "is it a thread of my own?");
        awaitTranscript("of my own?");
        window.textBox("composer").enterText("the postman, I think").pressAndReleaseKeys(VK_ENTER);
        bob.skipTo("<ada> the postman, I think");
        rao.send("/msg ada please show your code to all");
        awaitContents("conversations", 2);
        window.list("conversations").selectItem(1);
        awaitTranscript("please show your code");
        cyd.send("mine looks like this, and bob gets everything twice:", "/paste");
        cyd.send(CODE);
        cyd.send(".", "/msg ada psst, look at the lock");
        awaitContents("conversations", 3);
        window.list("conversations").selectItem(0);
        awaitTranscript("client.out()");
        picture("window-" + theme);
    }

    @Test
    void pictureOfThePanelUnderTheHood() throws Exception {
        Peer bob = enter("bob");
        join("light", new Dimension(960, 840));
        bob.skipTo(ClassroomWindowTest.ADA_IS_IN);
        robot.pressAndReleaseKeys(VK_F12);
        await().ignoreExceptions().until(() -> window.table("wire").target().isShowing());
        bob.send("which thread writes to my socket?");
        awaitTranscript("my socket?");
        window.textBox("composer").enterText("the postman, I think").pressAndReleaseKeys(VK_ENTER);
        bob.skipTo("<ada> the postman, I think");
        bob.send("/paste");
        bob.send(CODE);
        bob.send(".");
        awaitTranscript("client.out()");
        window.tabbedPane("hoodTabs").selectTab(2);
        await().until(() -> window.table("journey").contents().length > 0);
        window.textBox("composer").click(); // the mouse leaves the tab, which is highlighted under it
        picture("hood");
    }

    @Test
    void pictureOfTheTerminal() throws Exception {
        assumeTrue(Tmux.isInstalled(), "tmux is installed");
        Files.copy(Path.of(System.getProperty("chat-cli.jar")), folder.resolve("chat-cli.jar"));
        Peer bob = enter("bob");
        try (Tmux terminal = new Tmux(folder, COLUMNS, 30)) {
            terminal.expect("$");
            terminal.typeLine("java -jar chat-cli.jar 127.0.0.1 " + server.port() + " --name ada");
            bob.skipTo(ClassroomWindowTest.ADA_IS_IN);
            terminal.expect("2 people are here");
            Peer cyd = enter("cyd");
            terminal.expect("cyd");
            bob.send("which thread writes to my socket?", "is it a thread of my own?");
            terminal.expect("of my own?");
            terminal.typeLine("the postman, I think");
            bob.skipTo("<ada> the postman, I think");
            cyd.send("mine looks like this, and bob gets everything twice:", "/paste");
            cyd.send(CODE);
            cyd.send(".", "/msg ada psst, look at the lock");
            terminal.expect("psst");
            terminal.typeLine("/msg cyd each thread must take the same one");
            terminal.expect("> each thread must take");
            terminal.type("bob, does your thread");

            terminal.expect("ada> bob, does your thread");
            TerminalPicture.save(terminal, COLUMNS, PICTURES.resolve("terminal.png"));
            terminal.typeLine(" take it?");
            terminal.typeLine("/quit");
            bob.skipTo("\\* ada left\\.");
        }
        assertSize("terminal");
    }

    private Peer enter(String name) throws IOException {
        Peer person = Peer.plain(server.port(), name);
        people.add(person);
        return person;
    }

    private void join(String theme, Dimension size) {
        window = ClassroomWindowTest.join(robot, server, theme);
        window.resizeTo(size);
        robot.waitForIdle();
    }

    private void awaitTranscript(String text) {
        await().untilAsserted(
                        () -> assertThat(window.textBox("transcript").text()).contains(text));
    }

    private void awaitContents(String list, int rows) {
        await().untilAsserted(() -> assertThat(window.list(list).contents()).hasSizeGreaterThanOrEqualTo(rows));
    }

    private void picture(String name) throws IOException {
        screenshot(name);
        assertSize(name);
    }

    private static void assertSize(String name) throws IOException {
        assertThat(Files.size(PICTURES.resolve(name + ".png"))).isBetween(10_000L, ReadmeTest.MOST_BYTES_OF_A_PICTURE);
    }
}
