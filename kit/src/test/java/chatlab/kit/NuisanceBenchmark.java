package chatlab.kit;

import chatlab.cli.swarm.Habits;
import chatlab.cli.swarm.Manner;
import chatlab.cli.swarm.Swarm;
import chatlab.client.Endpoint;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What one client with bad manners does to thirty who behave: how late it makes their messages, and what it makes the server
 * keep. No test, since the figures are the machine's:
 * {@code ./mvnw -pl kit -am verify -Dtest=NuisanceBenchmark -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class NuisanceBenchmark {
    private static final int GOOD = 30;
    private static final int WARM_UP_SECONDS = 5;
    private static final int SECONDS = 10;

    @TempDir
    Path folder;

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void oneAgainstThirty() throws Exception {
        System.out.println("| one who | p50 ms | p99 ms | slowest ms | heap before, KB | heap after, KB | wrong |");
        System.out.println("|---|---|---|---|---|---|---|");
        measure("is not there", Set.of());
        for (Manner manner : Manner.values()) {
            measure(manner.toString(), EnumSet.of(manner));
        }
    }

    /** The first seconds do not count: the server, and the swarm itself, are being compiled. */
    private void measure(String name, Set<Manner> manners) throws Exception {
        try (RunningServer server = new RunningServer.Starter(folder)
                .with("-Xmx64m", "-XX:TieredStopAtLevel=4")
                .start("--max-per-address", "0")) {
            try (Swarm swarm = swarm(server, Set.of())) {
                talk(swarm, WARM_UP_SECONDS);
            }
            Vitals before = Vitals.of(server.pid());
            try (Swarm swarm = swarm(server, manners)) {
                talk(swarm, SECONDS);
                Vitals after = Vitals.of(server.pid());
                System.out.printf(
                        "| %s | %.1f | %.1f | %.1f | %,d | %,d | %s |%n",
                        name,
                        swarm.tally().millis(0.5),
                        swarm.tally().millis(0.99),
                        swarm.tally().millis(1),
                        before.heapBytes() >> 10,
                        after.heapBytes() >> 10,
                        swarm.tally().isSpotless() ? "nothing" : swarm.tally());
            }
        }
    }

    private static Swarm swarm(RunningServer server, Set<Manner> manners) {
        int rude = manners.size();
        Habits habits = new Habits(GOOD + rude, GOOD, 1, 1, 64, 0, rude, manners, 1);
        return new Swarm(new Endpoint("127.0.0.1", server.port()), habits);
    }

    private static void talk(Swarm swarm, int seconds) throws Exception {
        swarm.gather();
        swarm.talk();
        new CountDownLatch(1).await(seconds, TimeUnit.SECONDS);
        swarm.quiet();
    }
}
