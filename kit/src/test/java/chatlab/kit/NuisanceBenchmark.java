package chatlab.kit;

import chatlab.cli.swarm.Habits;
import chatlab.cli.swarm.Manner;
import chatlab.cli.swarm.Swarm;
import chatlab.protocol.Endpoint;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What clients with bad manners do to thirty clients that behave: how late messages arrive, and how much memory the server
 * needs. It judges nothing, since the figures belong to the machine:
 * {@code ./mvnw -pl kit -am verify -Dtest=NuisanceBenchmark "-Dsurefire.failIfNoSpecifiedTests=false"}.
 */
class NuisanceBenchmark {
    private static final int GOOD = 30;
    private static final int WARM_UP_SECONDS = 5;
    private static final int SECONDS = 10;

    @TempDir
    Path folder;

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void oneClientWithBadMannersBesideThirty() throws Exception {
        printHeader("one client that");
        measure("is absent", calm(Set.of()));
        for (Manner manner : Manner.values()) {
            measure(manner.toString(), calm(EnumSet.of(manner)));
        }
    }

    /** Only here the server's writes block: there is more to read than the system buffers for a client. */
    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void clientsThatReadNothingBesideThirtyThatTalkAsFastAsTheyCan() throws Exception {
        printHeader("clients that read nothing");
        for (int slow : new int[] {0, 1, 3, 10, 30}) {
            measure(String.valueOf(slow), flatOut(slow));
        }
    }

    /** Each floods as fast as the server lets it. */
    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void connectionsOfOneAddressThatFloodBesideThirtyOfTheSameAddress() throws Exception {
        printHeader("flooding connections");
        for (int flooding : new int[] {0, 1, 10, 60}) {
            measure(String.valueOf(flooding), flooded(flooding));
        }
    }

    /** As when a whole class opens the page at the same moment, and some are stuck. */
    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void visitorsOfThePageBesideThirtyThatTalk() throws Exception {
        printHeader("visitors of the page");
        measure("none", calm(Set.of()));
        measure("100 that say nothing", calm(Set.of()), visitors -> visitors.sayNothing(100));
        measure("a visitor that reads a byte a second", calm(Set.of()), visitors -> visitors.readAByteASecond(1));
        measure("300 that download at once", calm(Set.of()), visitors -> visitors.download(300));
        measure("all of these", calm(Set.of()), visitors -> {
            visitors.sayNothing(100);
            visitors.readAByteASecond(1);
            visitors.download(300);
        });
    }

    private static void printHeader(String first) {
        System.out.println(
                "| " + first + " | p50 ms | p99 ms | slowest ms | heap before, KB | heap after, KB | wrong |");
        System.out.println("|---|---|---|---|---|---|---|");
    }

    /** Each well-behaved client talks once a second. */
    private static Habits calm(Set<Manner> manners) {
        int rude = manners.size();
        return new Habits(GOOD + rude, GOOD, 1, 1, 64, 0, rude, manners, 1);
    }

    private static Habits flooded(int flooding) {
        return new Habits(GOOD + flooding, GOOD, 1, 1, 64, 0, flooding, EnumSet.of(Manner.FLOODS), 1);
    }

    private static Habits flatOut(int slow) {
        return new Habits(GOOD + slow, GOOD, 0, 8, 64, slow, 0, Set.of(), 1);
    }

    private void measure(String name, Habits habits) throws Exception {
        measure(name, habits, visitors -> {});
    }

    /** The first seconds do not count, since the JVM still compiles the server and the swarm. */
    private void measure(String name, Habits habits, Consumer<PageVisitors> visits) throws Exception {
        boolean fast = habits.rate() == 0;
        try (RunningServer server = new RunningServer.Starter(folder)
                .with("-Xmx64m", "-XX:TieredStopAtLevel=4")
                .start("--flood", fast ? "off" : "on", "--web", "0")) {
            Endpoint endpoint = new Endpoint("127.0.0.1", server.port());
            try (Swarm swarm = new Swarm(endpoint, fast ? flatOut(0) : calm(Set.of()))) {
                talk(swarm, WARM_UP_SECONDS);
            }
            Vitals before = Vitals.of(server.pid());
            try (Swarm swarm = new Swarm(endpoint, habits);
                    PageVisitors visitors = new PageVisitors(server.webPort())) {
                visits.accept(visitors);
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
                if (visitors.countDownloads() > 0) {
                    System.out.println("  downloads: " + visitors.countDownloads());
                }
            }
        }
    }

    private static void talk(Swarm swarm, int seconds) throws Exception {
        swarm.gather();
        swarm.talk();
        new CountDownLatch(1).await(seconds, TimeUnit.SECONDS);
        swarm.quiet();
    }
}
