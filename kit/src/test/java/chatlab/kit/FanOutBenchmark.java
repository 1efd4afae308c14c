package chatlab.kit;

import chatlab.cli.swarm.Habits;
import chatlab.cli.swarm.Swarm;
import chatlab.protocol.Endpoint;
import chatlab.protocol.testing.FreePort;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * This server beside that of every tutorial, which is the program of chapter 5: a synchronised loop of println. It judges
 * nothing, since the figures belong to the machine:
 * {@code ./mvnw -pl kit -am verify -Dtest=FanOutBenchmark "-Dsurefire.failIfNoSpecifiedTests=false"}.
 */
class FanOutBenchmark {
    private static final int WARM_UP_SECONDS = 4;
    private static final int SECONDS = 6;
    private static final Path TUTORIAL = Path.of("../tutorials/chapters/05-broadcast/ChatServer.java")
            .toAbsolutePath()
            .normalize();

    private static final List<Load> LOADS = List.of(
            new Load("30 people, all talk flat out", new Habits(30, 30, 0, 8, 64, 0, 0, Set.of(), 1)),
            new Load("300 people, 10 talk flat out", new Habits(300, 10, 0, 4, 64, 0, 0, Set.of(), 1)),
            new Load("300 people, 1 message in 5 s each", new Habits(300, 300, 0.2, 1, 64, 0, 0, Set.of(), 1)));

    @TempDir
    Path folder;

    private record Load(String name, Habits habits) {}

    /** Deliveries a second, deliveries a second of the server's own processor time, and milliseconds. */
    private record Figures(double perSecond, double perCpuSecond, double median, double p99) {}

    private record Server(RunningProgram program, int port) implements Closeable {
        @Override
        public void close() throws IOException {
            program.close();
        }
    }

    private interface Start {
        Server start() throws Exception;
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void thisServerBesideThatOfEveryTutorial() throws Exception {
        System.out.println("| load | server | deliveries/s | deliveries/CPU s | p50 ms | p99 ms | |");
        System.out.println("|---|---|---|---|---|---|---|");
        for (Load load : LOADS) {
            Figures ours = measure(load, "Chatlab", this::chatlab);
            Figures theirs = measure(load, "as in every tutorial", this::tutorial);
            System.out.printf(
                    "| %s | **ratio** | %.1f | %.1f | %.2f | %.2f | |%n",
                    load.name(),
                    ours.perSecond() / theirs.perSecond(),
                    ours.perCpuSecond() / theirs.perCpuSecond(),
                    ours.median() / theirs.median(),
                    ours.p99() / theirs.p99());
        }
    }

    private Server chatlab() throws Exception {
        RunningServer server = new RunningServer.Starter(folder)
                .with("-XX:TieredStopAtLevel=4")
                .start("--flood", "off", "--max-per-address", "0", "--max-clients", "1000");
        return new Server(server, server.port());
    }

    private Server tutorial() throws Exception {
        int port = FreePort.find();
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder command =
                new ProcessBuilder(java, "-XX:+UseSerialGC", TUTORIAL.toString(), "127.0.0.1", String.valueOf(port));
        RunningProgram program = new RunningProgram("tutorial", folder, command);
        program.expect("Listening on .*");
        return new Server(program, port);
    }

    /** The first seconds do not count, since the JVM still compiles the server and the swarm. */
    private static Figures measure(Load load, String name, Start start) throws Exception {
        try (Server server = start.start();
                Swarm swarm = new Swarm(new Endpoint("127.0.0.1", server.port()), load.habits())) {
            swarm.gather();
            swarm.talk();
            pause(WARM_UP_SECONDS);
            swarm.tally().forgetTimes();
            long deliveries = swarm.tally().deliveries();
            long cpu = server.program().cpuTime().toNanos();
            long began = System.nanoTime();
            pause(SECONDS);
            double seconds = (System.nanoTime() - began) / 1e9;
            double made = swarm.tally().deliveries() - deliveries;
            double cpuSeconds = (server.program().cpuTime().toNanos() - cpu) / 1e9;
            Figures figures = new Figures(
                    made / seconds,
                    made / cpuSeconds,
                    swarm.tally().millis(0.5),
                    swarm.tally().millis(0.99));
            swarm.quiet();
            System.out.printf(
                    "| %s | %s | %,.0f | %,.0f | %.1f | %.1f | %s |%n",
                    load.name(),
                    name,
                    figures.perSecond(),
                    figures.perCpuSecond(),
                    figures.median(),
                    figures.p99(),
                    swarm.tally().isSpotless() ? "" : swarm.tally());
            return figures;
        }
    }

    private static void pause(int seconds) throws InterruptedException {
        new CountDownLatch(1).await(seconds, TimeUnit.SECONDS);
    }
}
