package chatlab.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chatlab.cli.swarm.Habits;
import chatlab.cli.swarm.Manner;
import chatlab.cli.swarm.Swarm;
import chatlab.protocol.Endpoint;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A room full of people: one in thirty does one nuisance after the other, and three never read. The others get each message
 * once, in order and unchanged, and the server does not grow. Short by itself; {@code "-Dsoak.seconds=600"
 * "-Dsoak.people=300" "-Dsurefire.timeout=900"} makes a real one of it.
 */
@Tag("ci")
class SoakTest {
    private static final int SECONDS = Integer.getInteger("soak.seconds", 6);
    private static final int PEOPLE = Integer.getInteger("soak.people", 90);
    private static final long SEED = Long.getLong("soak.seed", 1);

    /** By how much a heap of 64 MB may grow: the outboxes of the clients that do not read, and some garbage. */
    private static final long MAX_GROWTH = 16 << 20;

    /** The virtual machine's own threads that start when it is asked, and readers of clients that were just closed. */
    private static final int MORE_THREADS = 20;

    @TempDir
    Path folder;

    /** A client that leaves before it is let in is kept in memory until it would be: here for a second, as in a lesson. */
    @Test
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    void wellBehavedPeopleReceiveAllMessagesBesideRudeOnes() throws Exception {
        Habits habits = new Habits(
                PEOPLE, PEOPLE - 3 - PEOPLE / 30, 0.5, 1, 64, 3, PEOPLE / 30, EnumSet.allOf(Manner.class), SEED);
        try (RunningServer server = new RunningServer.Starter(folder)
                        .with("-Xmx64m")
                        .start("--max-per-address", "0", "--max-clients", "1000", "--join-millis", "1000");
                Swarm swarm = new Swarm(new Endpoint("127.0.0.1", server.port()), habits)) {
            swarm.gather();
            Vitals before = Vitals.of(server.pid());
            swarm.talk();
            new CountDownLatch(1).await(SECONDS, TimeUnit.SECONDS);
            swarm.quiet();
            Vitals after = Vitals.of(server.pid());

            System.out.printf(
                    "%d people, %d s: %d deliveries, p50 %.1f ms, p99 %.1f ms, slowest %.1f ms; heap %d KB, then %d KB;"
                            + " %d threads, then %d and %d writers%n",
                    PEOPLE,
                    SECONDS,
                    swarm.tally().deliveries(),
                    swarm.tally().millis(0.5),
                    swarm.tally().millis(0.99),
                    swarm.tally().millis(1),
                    before.heapBytes() >> 10,
                    after.heapBytes() >> 10,
                    before.threads(),
                    after.threads(),
                    after.writers().size());
            assertThat(swarm.tally().deliveries()).isPositive();
            assertThat(swarm.tally().isSpotless()).as(swarm.tally().toString()).isTrue();
            assertThat(after.heapBytes()).isLessThan(before.heapBytes() + MAX_GROWTH);
            await() // a client that was closed may still read its last lines
                    .untilAsserted(() -> {
                        Vitals now = Vitals.of(server.pid());
                        assertThat(now.threads()).isLessThan(before.threads() + MORE_THREADS);
                        // at most one for a client; on a busy machine any client may have kept the postman waiting
                        assertThat(now.writers()).doesNotHaveDuplicates();
                    });
        }
    }
}
