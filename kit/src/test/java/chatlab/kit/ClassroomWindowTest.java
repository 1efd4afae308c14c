package chatlab.kit;

import static java.awt.event.KeyEvent.VK_CONTROL;
import static java.awt.event.KeyEvent.VK_ENTER;
import static java.awt.event.KeyEvent.VK_F12;
import static java.awt.event.KeyEvent.VK_L;
import static java.awt.event.KeyEvent.VK_TAB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chatlab.protocol.testing.HangLimit;
import chatlab.protocol.testing.Peer;
import chatlab.swing.Main;
import chatlab.swing.testing.RobotTest;
import java.awt.event.WindowEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.prefs.BackingStoreException;
import java.util.prefs.Preferences;
import javax.swing.JFrame;
import org.assertj.swing.core.GenericTypeMatcher;
import org.assertj.swing.core.Robot;
import org.assertj.swing.finder.WindowFinder;
import org.assertj.swing.fixture.DialogFixture;
import org.assertj.swing.fixture.FrameFixture;
import org.assertj.swing.timing.Timeout;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The window, started as in the README, with a real server and other people in the room. */
class ClassroomWindowTest extends RobotTest {
    static final String ADA_IS_IN = "\\* ada joined\\.";

    @TempDir
    private Path folder;

    private FrameFixture window;

    @BeforeEach
    void forgetHowTheWindowWas() throws BackingStoreException {
        Preferences.userRoot().node("chatlab").clear();
    }

    @AfterEach
    void close() {
        if (window != null) {
            onEdt(() -> window.target().dispatchEvent(new WindowEvent(window.target(), WindowEvent.WINDOW_CLOSING)));
        }
    }

    @Test
    void windowTalksInTheRoomAndInPrivate() throws Exception {
        try (RunningServer server = RunningServer.start(folder, "--name", "Room 12");
                Peer bob = Peer.plain(server.port(), "bob")) {
            join(server);
            bob.skipTo(ADA_IS_IN);

            window.textBox("composer").enterText("hi bob").pressAndReleaseKeys(VK_ENTER);
            bob.skipTo("<ada> hi bob");
            bob.send("who writes to my socket?", "/paste", "while (open) {", "    deliver(outbox.take());", "}", ".");
            awaitTranscript("    deliver(outbox.take());");
            bob.send("/msg ada psst");
            await().until(() -> window.list("conversations").contents().length == 2);

            window.list("conversations").selectItem(1);
            awaitTranscript("psst");
            window.textBox("composer").enterText("what?").pressAndReleaseKeys(VK_ENTER);
            bob.skipTo("<ada to you> what\\?");
        }
    }

    @Test
    void killedServerComesBackWithoutLostOrDoubledMessages() throws Exception {
        int port;
        try (RunningServer server = RunningServer.start(folder);
                Peer bob = Peer.plain(server.port(), "bob")) {
            port = server.port();
            join(server);
            bob.skipTo(ADA_IS_IN);
            bob.send("one", "two");
            awaitTranscript("two");
            server.kill();
        }
        await().ignoreExceptions().until(() -> window.label("banner").target().isShowing());
        window.textBox("composer").enterText("not lost");
        try (RunningServer server = new RunningServer.Starter(folder).port(port).start();
                Peer bob = Peer.plain(server.port(), "bob")) {
            bob.send("three");
            await().untilAsserted(() -> assertThat(transcript())
                    .containsOnlyOnce("one\n")
                    .containsOnlyOnce("two\n")
                    .containsOnlyOnce("three\n"));
            window.textBox("composer").requireText("not lost").pressAndReleaseKeys(VK_ENTER);
            bob.skipTo("<ada> not lost");
        }
    }

    @Test
    void panelShowsTheWireAndTheServersThreads() throws Exception {
        try (RunningServer server = RunningServer.start(folder, "--name", "Room 12");
                Peer bob = Peer.plain(server.port(), "bob");
                Peer cyd = Peer.plain(server.port(), "cyd")) {
            join(server);
            bob.skipTo(ADA_IS_IN);
            cyd.send("who of you writes to my socket?");
            awaitTranscript("my socket?");
            robot.pressAndReleaseKeys(VK_F12);
            await().ignoreExceptions().until(() -> window.table("wire").target().isShowing());
            window.textBox("composer").enterText("the postman, I think").pressAndReleaseKeys(VK_ENTER);
            bob.skipTo("<ada> the postman, I think");
            bob.send("/paste", "while (open) {", "    deliver(outbox.take());", "}", ".");
            awaitTranscript("    deliver(outbox.take());");
            await().until(() -> window.table("wire").contents().length >= 5);

            window.tabbedPane("hoodTabs").selectTab(1);
            window.button("askThreads").click();
            await().until(() -> window.table("serverThreads").contents().length > 0);
            assertThat(List.of(window.table("serverThreads").contents()))
                    .anySatisfy(row -> assertThat(row[0]).contains("ada-reader"));
        }
    }

    @Test
    void instructorCallsAChosenPersonAndUndoesTheCall() throws Exception {
        try (RunningServer server = RunningServer.start(folder);
                Peer bob = Peer.plain(server.port(), "bob");
                Peer cyd = Peer.plain(server.port(), "cyd")) {
            join(server);
            bob.skipTo(ADA_IS_IN);
            server.type("op ada");
            awaitTranscript("You are an instructor now.");
            bob.send("/hand");
            awaitTranscript("The hand of bob is up.");
            cyd.send("/hand why?");
            awaitTranscript("The hand of cyd is up. About: why?");

            robot.pressKeyWhileRunning(VK_CONTROL, () -> robot.pressAndReleaseKeys(VK_L));
            DialogFixture dialog = window.dialog("classDialog", Timeout.timeout(HangLimit.MILLIS));
            dialog.list("hands").selectItem(1);
            dialog.button("callNext").requireText("Call cyd").click();
            cyd.skipTo("\\* ada calls cyd\\.");
            await().untilAsserted(() -> dialog.button("undoHand").requireText("Undo: call cyd"));
            dialog.button("undoHand").click();
            cyd.skipTo("\\* Your hand is up\\. 1 hand is up before yours\\. About: why\\?");
            cyd.skipTo("\\* ada takes back the call of cyd\\.");
            await().until(() -> dialog.list("hands").contents().length == 2);
            dialog.button("undoHand").requireDisabled();
        }
    }

    @Test
    void verbsAndNamesInCapitalsAreKnownWhereTheLanguageIsTurkish() throws Exception {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr-TR")); // the small letter of I is another one there
        try (RunningServer server = RunningServer.start(folder);
                Peer bili = Peer.plain(server.port(), "BILI")) {
            join(server);
            bili.skipTo(ADA_IS_IN);

            window.textBox("composer").enterText("bi").pressAndReleaseKeys(VK_TAB);
            window.textBox("composer")
                    .requireText("BILI ")
                    .setText("/MSG bili psst")
                    .pressAndReleaseKeys(VK_ENTER);
            bili.skipTo("<ada to you> psst");
            window.textBox("composer").setText("/QU\u0130T").pressAndReleaseKeys(VK_ENTER);
            window.textBox("composer").requireText("/QU\u0130T");
            window.textBox("composer").setText("/QUIT").pressAndReleaseKeys(VK_ENTER);
            bili.skipTo("\\* ada left\\.");
        } finally {
            Locale.setDefault(before);
        }
    }

    private void join(RunningServer server) {
        window = join(robot, server, "light");
    }

    /** Starts the window as ada, and waits until it shows the lobby. */
    static FrameFixture join(Robot robot, RunningServer server, String theme) {
        Main.main(new String[] {"127.0.0.1", String.valueOf(server.port()), "--name", "ada", "--theme", theme});
        FrameFixture window = WindowFinder.findFrame(new GenericTypeMatcher<>(JFrame.class, true) {
                    @Override
                    protected boolean isMatching(JFrame frame) {
                        return frame.getTitle().contains("lobby");
                    }
                })
                .withTimeout(HangLimit.MILLIS)
                .using(robot);
        robot.waitForIdle();
        return window;
    }

    private void awaitTranscript(String text) {
        await().untilAsserted(() -> assertThat(transcript()).contains(text));
    }

    private String transcript() {
        return window.textBox("transcript").text();
    }
}
