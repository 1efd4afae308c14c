package chatlab.swing.net;

import chatlab.protocol.Endpoint;
import chatlab.protocol.testing.Peer;
import chatlab.protocol.testing.ScriptedServer;
import chatlab.swing.model.Chat;
import java.awt.EventQueue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How a session stands 100,000 messages as fast as a server of this machine can send them: how long they take, how long
 * the event dispatch thread is busy at a time, and what stays in memory. A main program; it measures and asserts nothing.
 */
final class FloodBenchmark {
    private static final int MESSAGES = 100_000;
    private static final int ROUNDS = 5;
    private static final int PROBE_MILLIS = 10;

    private FloodBenchmark() {}

    public static void main(String[] args) throws Exception {
        for (int round = 1; round <= ROUNDS; round++) {
            System.out.println("round " + round + ": " + measure());
        }
        System.exit(0);
    }

    private static String measure() throws Exception {
        AtomicInteger slices = new AtomicInteger();
        try (ScriptedServer server = ScriptedServer.start(0);
                Busyness busyness = new Busyness()) {
            Chat chat = new Chat(Clock.systemUTC());
            ChatSession session = EventThread.get(() -> new ChatSession(chat, slices::incrementAndGet));
            EventThread.run(() -> session.join(new Endpoint("127.0.0.1", server.port()), "ada"));
            Peer client = server.accept();
            client.send(Chatting.GREETING);
            client.skipTo("/proto.*");
            client.send(Chatting.HELLO);
            Chatting.answerQuestions(client);

            byte[] flood = flood();
            long begin = System.nanoTime();
            Thread sender = new Thread(() -> send(client, flood), "server that floods");
            sender.start();
            answerUntilTheEnd(client);
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
            sender.join();

            String figures =
                    "dealt with in %d ms, event thread busy for %d ms at most (machine: %d ms), %d slices, heap %d MB"
                            .formatted(
                                    millis,
                                    busyness.maxMillis(),
                                    busyness.machineMillis(),
                                    slices.get(),
                                    heapMegabytes());
            EventThread.run(session::close);
            return figures;
        }
    }

    private static void send(Peer client, byte[] flood) {
        try {
            client.sendBytes(flood);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Answers a client that cannot keep up and asks again for people and history, until it answers the ping. */
    private static void answerUntilTheEnd(Peer client) throws IOException {
        for (String line = client.readLine(); !line.equals("/pong the end"); line = client.readLine()) {
            if (line.contains("@")) {
                client.send("END re=" + line.split("[@ ]")[1]);
            }
        }
    }

    /** The messages, and a ping. */
    private static byte[] flood() {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (int id = 1; id <= MESSAGES; id++) {
            String line =
                    Chatting.msg(id, "This is message " + id + ", and it is as long as messages mostly are.") + "\n";
            lines.writeBytes(line.getBytes(StandardCharsets.UTF_8));
        }
        lines.writeBytes("PING :the end\n".getBytes(StandardCharsets.UTF_8));
        return lines.toByteArray();
    }

    private static long heapMegabytes() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    }

    /** Asks the event dispatch thread for a sign of life again and again, as a typing user would. */
    private static final class Busyness implements AutoCloseable {
        private final ScheduledExecutorService typist = Executors.newSingleThreadScheduledExecutor();
        private final AtomicLong maxNanos = new AtomicLong();
        private final AtomicLong machineNanos = new AtomicLong();
        private long lastTyped = System.nanoTime();

        Busyness() {
            typist.scheduleAtFixedRate(this::type, 0, PROBE_MILLIS, TimeUnit.MILLISECONDS);
        }

        private void type() {
            long typed = System.nanoTime();
            long late = typed - lastTyped - TimeUnit.MILLISECONDS.toNanos(PROBE_MILLIS);
            machineNanos.accumulateAndGet(late, Math::max);
            lastTyped = typed;
            EventQueue.invokeLater(() -> maxNanos.accumulateAndGet(System.nanoTime() - typed, Math::max));
        }

        long maxMillis() {
            return TimeUnit.NANOSECONDS.toMillis(maxNanos.get());
        }

        /** How long a thread that hardly does anything was held up by whatever else this machine does. */
        long machineMillis() {
            return TimeUnit.NANOSECONDS.toMillis(machineNanos.get());
        }

        @Override
        public void close() {
            typist.shutdownNow();
        }
    }
}
