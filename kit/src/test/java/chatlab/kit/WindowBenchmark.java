package chatlab.kit;

import static org.awaitility.Awaitility.await;

import chatlab.protocol.testing.Peer;
import chatlab.swing.testing.RobotTest;
import java.awt.event.WindowEvent;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import javax.swing.SwingUtilities;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long 100,000 messages keep the window busy, when the server sends them as fast as it can. It judges nothing, since the
 * figures belong to the machine: {@code ./mvnw -pl kit -am verify -Dgroups=window -Dtest=WindowBenchmark "-Dsurefire.failIfNoSpecifiedTests=false"}.
 */
class WindowBenchmark extends RobotTest {
    private static final int MESSAGES = 100_000;
    private static final int ROUNDS = 3;
    private static final int ASK_EVERY_MILLIS = 5;

    private final AtomicLong longestNanos = new AtomicLong();

    @TempDir
    private Path folder;

    @Test
    void windowShowsAFlood() throws Exception {
        try (RunningServer server = RunningServer.start(folder, "--flood", "off");
                Peer bob = Peer.plain(server.port(), "bob")) {
            FrameFixture window = ClassroomWindowTest.join(robot, server, "light");
            Thread asking = new Thread(this::askTheEventThread, "asking");
            asking.start();
            for (int round = 1; round <= ROUNDS; round++) {
                flood(bob, window, round);
            }
            asking.interrupt();
            onEdt(() -> window.target().dispatchEvent(new WindowEvent(window.target(), WindowEvent.WINDOW_CLOSING)));
        }
    }

    private void flood(Peer bob, FrameFixture window, int round) throws Exception {
        String last = "the last one of round " + round;
        longestNanos.set(0);
        long start = System.nanoTime();
        StringBuilder lines = new StringBuilder();
        for (int i = 1; i < MESSAGES; i++) {
            lines.append("message ")
                    .append(i)
                    .append(" of round ")
                    .append(round)
                    .append('\n');
            if (lines.length() > 8_000) {
                bob.sendRaw(lines.toString());
                lines.setLength(0);
            }
        }
        bob.sendRaw(lines + last + "\n");
        await().atMost(Duration.ofSeconds(90))
                .until(() -> window.textBox("transcript").text().contains(last));
        long millis = (System.nanoTime() - start) / 1_000_000;
        System.gc();
        Runtime memory = Runtime.getRuntime();
        System.out.printf(
                "round %d: %d messages in %d ms; event dispatch thread busy for %d ms at the longest; heap %d MB%n",
                round,
                MESSAGES,
                millis,
                longestNanos.get() / 1_000_000,
                (memory.totalMemory() - memory.freeMemory()) >> 20);
    }

    private void askTheEventThread() {
        try {
            while (true) {
                long asked = System.nanoTime();
                SwingUtilities.invokeAndWait(() -> {});
                longestNanos.accumulateAndGet(System.nanoTime() - asked, Math::max);
                Thread.sleep(ASK_EVERY_MILLIS);
            }
        } catch (InterruptedException | InvocationTargetException e) {
            // the benchmark is over
        }
    }
}
