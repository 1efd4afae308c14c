package chatlab.swing.hood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chatlab.protocol.Endpoint;
import chatlab.protocol.testing.HangLimit;
import chatlab.protocol.testing.Peer;
import chatlab.protocol.testing.ScriptedServer;
import chatlab.swing.hood.EventThreadSampler.BusyHistory;
import chatlab.swing.model.Actions;
import chatlab.swing.model.Chat;
import chatlab.swing.model.Status;
import chatlab.swing.net.ChatSession;
import chatlab.swing.testing.RobotTest;
import java.awt.EventQueue;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.swing.JButton;
import javax.swing.JTable;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HoodWindowTest extends RobotTest {
    private static final String AT = "at=2026-11-20T10:15:02.007Z";

    private ScriptedServer server;
    private Peer peer;
    private FrameFixture window;
    private Chat chat;
    private ChatSession session;
    private Actions actions;
    private HoodPanel panel;

    private final AtomicInteger seconds = new AtomicInteger();

    /** Ends when three lines have arrived. Its clock goes on by a second whenever it is read. */
    private final Freeze freeze = new Freeze(() -> TimeUnit.SECONDS.toNanos(seconds.incrementAndGet()), this::sleep);

    private final CountDownLatch frozen = new CountDownLatch(1);

    private void sleep() {
        frozen.countDown();
        await().until(() -> freeze.lines() == 3);
    }

    @BeforeEach
    void join() throws IOException {
        server = ScriptedServer.startGreeting(0, "* CHAT/1 Room 12. You are guest1.");
        window = show(() -> {
            chat = new Chat(Clock.systemUTC());
            session = new ChatSession(chat, () -> panel.refresh());
            actions = new Actions(chat, session, () -> panel.refresh());
            panel = new HoodPanel(session, chat, actions, freeze);
            return panel;
        });
        onEdt(() -> session.join(new Endpoint("127.0.0.1", server.port()), "ada"));
        peer = server.accept();
        String tag = peer.expectTagged("/proto 1 ada");
        peer.send(
                "HELLO proto=1 server=x run=r you=ada token=s3cret room=lobby ping=3600 line=4096 paste=500 re=" + tag
                        + " :Room 12",
                "JOIN room=lobby name=ada " + AT);
        await().until(() -> onEdt(() -> chat.status() instanceof Status.Joined));
    }

    @AfterEach
    void leave() throws IOException {
        onEdt(() -> {
            panel.close();
            session.cancel();
        });
        server.close();
    }

    @Test
    void aRawLineIsSentAndSeenWithItsAnswerAndNoSecretIsShown() throws IOException {
        window.textBox("rawLine").enterText("/OP@x1  opensesame");
        window.button("sendRaw").click();
        peer.skipTo("/OP@x1  opensesame");
        peer.send("ERR re=x1 code=bad-key :This is not the key.", "<html><img src='http://127.0.0.1:1/x'>");

        await().untilAsserted(() -> assertThat(rows("wire"))
                .extracting(row -> row[1] + " | " + row[3] + " | " + row[4])
                .contains(
                        "\u2192 server | /OP@x1  *** | we show the instructor's key (masked here); the answer will carry re=x1",
                        "\u2190 server | ERR re=x1 code=bad-key :This is not the key."
                                + " | the server refuses: bad-key; this answers our line with the tag x1"));
        window.textBox("rawLine").requireEmpty();
        window.checkBox("wireBytes").check();
        for (int row = 0; row < window.table("wire").rowCount(); row++) {
            window.table("wire").selectRows(row);
            assertThat(window.textBox("wireDetail").text())
                    .contains("0000  ")
                    .doesNotContain("6F 70 65 6E 73", "73 33 63", "opens", "s3c");
        }
        assertThat(Arrays.deepToString(window.table("wire").contents()))
                .contains("token=***", "/OP@x1  ***")
                .doesNotContain("s3cret", "opensesame");
        screenshot("hood-wire");
    }

    @Test
    void threadsAndTheWayOfAMessageAreShown() throws IOException {
        window.tabbedPane("hoodTabs").selectTab("Threads");
        String threads = peer.skipTo("/threads@.*").substring("/threads@".length());
        peer.send(
                "THREAD name=accept role=accept of=server state=waiting :waits in accept() for the next client",
                "THREAD name=client-7-ada-reader role=reader of=ada state=reading :waits in read() for the next line",
                "END re=" + threads);
        await().until(() -> window.table("serverThreads").rowCount() > 0);
        await().untilAsserted(() -> assertThat(window.table("serverThreads").contents()[0])
                .containsExactly(
                        "client-7-ada-reader", "reader", "ada", "reading", "waits in read() for the next line"));
        await().untilAsserted(() -> {
            String[][] ours = window.table("threads").contents();
            assertThat(ours.length).as("rows").isGreaterThanOrEqualTo(3);
            assertThat(ours[0][3]).startsWith("waits in getNextEvent()");
            assertThat(ours[1]).contains("socket reader", "waits in read() for the next line");
            assertThat(ours[2]).contains("socket writer", "WAITING", "waits in wait() for something to send");
        });

        window.tabbedPane("hoodTabs").selectTab("The way of a message");
        onEdt(() -> actions.typed(chat.open(), "hi"));
        String tag = peer.skipTo("/say@.* hi").split("[@ ]")[1];
        peer.send("MSG room=lobby from=ada id=1 " + AT + " re=" + tag + " :hi");
        await().until(() -> window.table("journey").rowCount() == Journey.Stage.values().length);
        String eventThread = rows("journey").get(0)[2];
        // the second stage of the event thread is mostly the last, but the writer may be late to tell that it has
        // written
        assertThat(rows("journey"))
                .extracting(row -> row[2])
                .containsOnly(eventThread, "socket writer", "socket reader")
                .filteredOn(eventThread::equals)
                .hasSize(2);
    }

    @Test
    void aFrozenEventThreadLetsLinesWait() throws Exception {
        window.tabbedPane("hoodTabs").selectTab("Try it");
        JButton button = window.button("freeze").target();
        EventQueue.invokeLater(button::doClick); // the robot would wait until the window answers again
        assertThat(frozen.await(HangLimit.SECONDS, TimeUnit.SECONDS)).isTrue(); // before, lines do not count
        peer.send("PING :1", "PING :2", "PING :3");
        peer.skipTo("/pong 3");

        window.textBox("freezeOutcome")
                .requireText("The event thread was away for 2,000 ms. 3 lines arrived meanwhile; "
                        + "the first one waited for 1,000 ms.");
    }

    @Test
    void closedPanelEndsItsExperiments() throws IOException {
        window.tabbedPane("hoodTabs").selectTab("Try it");
        window.button("pauseReading").click();
        peer.send("PING :1"); // the reader was waiting for this line already
        peer.skipTo("/pong 1");
        peer.send("PING :2");
        await().untilAsserted(() ->
                assertThat(window.textBox("pauseReadingOutcome").text()).contains("8 bytes wait"));
        window.button("halfLine").focus().pressAndReleaseKeys(KeyEvent.VK_SPACE);
        await().untilAsserted(() -> window.button("halfLine").requireText("Send the other half"));

        onEdt(() -> panel.close());

        peer.skipTo("/say hello");
        peer.skipTo("/pong 2");
        assertThat(onEdt(() -> session.isReadingPaused())).isFalse();
        await().until(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("hood sampler")));
    }

    @Test
    void panelThatIsOpenedAgainBeginsAnew() throws IOException {
        window.tabbedPane("hoodTabs").selectTab("Threads");
        JTable threads = window.table("threads").target();
        await().until(() -> onEdt(() -> looks(threads)) > 2);
        onEdt(() -> session.send(List.of("/paste")));
        peer.skipTo("/paste");
        onEdt(() -> {
            panel.setVisible(false);
            session.send(List.of("."));
        });
        peer.skipTo("\\.");

        assertThat(onEdt(() -> {
                    panel.setVisible(true);
                    return looks(threads);
                }))
                .isEqualTo(1);
        window.tabbedPane("hoodTabs").selectTab("Wire");
        window.textBox("rawLine").enterText("/ping again");
        window.button("sendRaw").click();
        peer.skipTo("/ping again");

        await().untilAsserted(() -> assertThat(rows("wire"))
                .extracting(row -> row[3] + " | " + row[4])
                .contains("/ping again | we ask whether the server is there"));
    }

    private static int looks(JTable threads) {
        return ((BusyHistory) threads.getValueAt(1, 4)).samples().size();
    }

    @Test
    void halfALineDoesNotTakeASecretWithIt() throws IOException {
        window.tabbedPane("hoodTabs").selectTab("Try it");
        window.button("halfLine").click();
        window.tabbedPane("hoodTabs").selectTab("Wire");
        window.textBox("rawLine").enterText("/op opensesame");
        window.button("sendRaw").click();
        peer.skipTo("/say hel");
        peer.skipTo("/op opensesame");

        window.tabbedPane("hoodTabs").selectTab("Try it");
        window.button("halfLine").requireText("Send half a line");
        assertThat(window.textBox("halfLineOutcome").text()).startsWith("Another line had to be sent");
    }

    @Test
    void aLostConnectionEndsTheExperiments() throws IOException {
        window.tabbedPane("hoodTabs").selectTab("Try it");
        window.button("halfLine").click();
        window.button("halfLine").requireText("Send the other half");
        peer.close();
        server.stopListening();

        await().untilAsserted(() -> window.button("halfLine").requireDisabled().requireText("Send half a line"));
        window.button("pauseReading").requireDisabled();
        window.button("freeze").requireDisabled();
        window.tabbedPane("hoodTabs").selectTab("Wire");
        window.button("sendRaw").requireDisabled();
    }

    private List<String[]> rows(String table) {
        return List.of(window.table(table).contents());
    }
}
