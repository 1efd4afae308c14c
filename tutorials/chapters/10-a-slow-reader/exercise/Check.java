import chatlab.tutorials.grading.Checks;
import chatlab.tutorials.grading.Client;
import chatlab.tutorials.grading.Exercise;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Checks an outbox with clients that read, that stop reading, and that are gone. */
public final class Check implements Exercise {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int MOST = 10_000;

    @Override
    public void check(Checks checks) {
        checks.step("written", LIMIT, () -> written(checks));
        checks.step("early", LIMIT, () -> early(checks));
        checks.step("idle", LIMIT, this::idle);
        checks.step("stuck", LIMIT, () -> stuck(checks));
        checks.step("full", LIMIT, () -> full(checks));
        checks.step("room-again", LIMIT, () -> roomAgain(checks));
        checks.step("closing", LIMIT, () -> closing(checks));
        checks.step("failure", LIMIT, () -> failure(checks));
        checks.step("threads", LIMIT, () -> manyThreads(checks));
        checks.step("crowd", Duration.ofSeconds(15), () -> crowd(checks));
    }

    private void written(Checks checks) throws Exception {
        Gate gate = Gate.open();
        Outbox outbox = new Outbox(gate, MOST);
        Thread writer = start(outbox);
        awaitWaiting(writer);
        checks.within("not-written", PATIENCE, gate::awaitNothing);
        writes(checks, outbox, "hello", gate, "hello\n");
        awaitWaiting(writer);
        writes(checks, outbox, "grüß dich", gate, "hello\ngrüß dich\n");
        awaitWaiting(writer);
        writes(checks, outbox, "你好", gate, "hello\ngrüß dich\n你好\n");
    }

    private static void writes(Checks checks, Outbox outbox, String line, Gate gate, String text) throws Exception {
        checks.within("not-written", PATIENCE, () -> {
            put("not-written", outbox, line);
            gate.awaitText(text);
        });
    }

    /** Whether lines that come too early are lost is the next step's question. A thread that never waits is idle's. */
    private static void awaitWaiting(Thread writer) throws InterruptedException {
        for (int i = 0; i < 100 && !isWaiting(writer); i++) {
            Thread.sleep(5);
        }
    }

    private static boolean isWaiting(Thread thread) {
        return thread.getState() == Thread.State.WAITING || thread.getState() == Thread.State.TIMED_WAITING;
    }

    private void early(Checks checks) throws Exception {
        Gate gate = Gate.open();
        Outbox outbox = new Outbox(gate, MOST);
        put("not-written", outbox, "hello");
        start(outbox);
        checks.within("sleeps-through", PATIENCE, () -> gate.awaitText("hello\n"));
    }

    /** Nothing to do for a quarter of a second: the thread must be found waiting most of the time. */
    private void idle() throws Exception {
        Outbox outbox = new Outbox(Gate.open(), MOST);
        Thread writer = start(outbox);
        Thread.sleep(200);
        int running = 0;
        for (int i = 0; i < 50; i++) {
            running += writer.getState() == Thread.State.RUNNABLE ? 1 : 0;
            Thread.sleep(5);
        }
        Checks.that("spins", running < 40, "a thread that waits", "a thread that runs whenever one looks");
    }

    private void stuck(Checks checks) throws Exception {
        Gate gate = Gate.shut();
        Outbox outbox = new Outbox(gate, MOST);
        start(outbox);
        checks.within("writes-in-put", PATIENCE, () -> put("not-written", outbox, "first"));
        checks.within("not-written", PATIENCE, gate::awaitWriter);
        checks.within("lock-while-writing", PATIENCE, () -> put("too-little", outbox, "second"));
        gate.open(true);
    }

    private void full(Checks checks) throws Exception {
        fill(checks, "x".repeat(99), "counts-lines");
        fill(checks, "你".repeat(33), "counts-characters");
    }

    /** A hundred bytes with the line end, so a hundred lines must fit, and not many more. */
    private void fill(Checks checks, String line, String key) throws Exception {
        Gate gate = Gate.shut();
        Outbox outbox = new Outbox(gate, MOST);
        start(outbox);
        put("not-written", outbox, "first");
        checks.within("not-written", PATIENCE, gate::awaitWriter);
        checks.within("put-waits", Duration.ofSeconds(5), () -> {
            int lines = 0;
            while (lines < 10 * MOST && outbox.put(line)) {
                lines++;
            }
            String expected = "that about 100 lines of 100 bytes fit into " + MOST + " bytes";
            Checks.that("unbounded", lines < 10 * MOST, expected, "that 100,000 lines fit");
            Checks.that(key, lines <= 100, expected, "that " + lines + " lines fit");
            Checks.that("too-little", lines >= 98, expected, "that " + lines + " lines fit");
        });
        gate.open(true);
    }

    private void roomAgain(Checks checks) throws Exception {
        Gate gate = Gate.shut();
        Outbox outbox = new Outbox(gate, MOST);
        start(outbox);
        StringBuilder text = new StringBuilder("first\n");
        put("not-written", outbox, "first");
        checks.within("not-written", PATIENCE, gate::awaitWriter);
        for (int i = 0; i < 50; i++) {
            put("too-little", outbox, "line " + i);
            text.append("line ").append(i).append('\n');
        }
        gate.open(true);
        checks.within("not-written", PATIENCE, () -> gate.awaitText(text.toString()));
        Checks.that(
                "one-by-one",
                gate.writes() <= 3,
                "one write for 50 lines that wait",
                gate.writes() + " writes for 1 line and then 50 lines");
        for (int i = 0; i < 300; i++) {
            String line = "y".repeat(99);
            put("never-empty-again", outbox, line);
            text.append(line).append('\n');
            checks.within("not-written", PATIENCE, () -> gate.awaitText(text.toString()));
        }
    }

    private void closing(Checks checks) throws Exception {
        Outbox idle = new Outbox(Gate.open(), MOST);
        Thread writer = start(idle);
        Thread.sleep(100);
        checks.within("never-ends", PATIENCE, () -> {
            idle.close();
            writer.join();
        });
        Gate gate = Gate.shut();
        Outbox outbox = new Outbox(gate, MOST);
        Thread thread = start(outbox);
        put("not-written", outbox, "first");
        checks.within("not-written", PATIENCE, gate::awaitWriter);
        put("too-little", outbox, "second");
        put("too-little", outbox, "goodbye");
        checks.within("lock-while-writing", PATIENCE, outbox::close);
        Checks.that("takes-after-close", !outbox.put("late"), "false from put after close", "true");
        gate.open(true);
        checks.within("never-ends", PATIENCE, thread::join);
        Checks.equal("loses-last-words", "first\nsecond\ngoodbye\n", gate.text());
    }

    private void failure(Checks checks) throws Exception {
        OutputStream broken = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        Outbox outbox = new Outbox(broken, MOST);
        Thread writer = start(outbox);
        put("not-written", outbox, "hello");
        checks.within("goes-on-after-failure", PATIENCE, writer::join);
        Checks.that(
                "goes-on-after-failure",
                !outbox.put("is anybody there?"),
                "false from put, since nobody will ever write this",
                "true");
    }

    private void manyThreads(Checks checks) throws Exception {
        int threads = 4;
        int lines = 500;
        Gate gate = Gate.open();
        Outbox outbox = new Outbox(gate, 1_000_000);
        start(outbox);
        List<Thread> talkers = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            String name = "talker " + t;
            Thread talker = new Thread(
                    () -> {
                        for (int i = 0; i < lines; i++) {
                            outbox.put(name + " " + i);
                        }
                    },
                    name);
            talker.setDaemon(true);
            talkers.add(talker);
        }
        talkers.forEach(Thread::start);
        checks.within("lines-lost", Duration.ofSeconds(8), () -> {
            for (Thread talker : talkers) {
                talker.join();
            }
            gate.awaitLines(threads * lines);
        });
        int[] next = new int[threads];
        for (String line : gate.text().split("\n")) {
            int talker = line.matches("talker [0-3] [0-9]+") ? line.charAt(7) - '0' : -1;
            String expected = talker < 0 ? "a whole line" : "talker " + talker + " " + next[talker]++;
            Checks.equal("lines-lost", expected, line);
        }
    }

    private void crowd(Checks checks) throws Exception {
        int people = 20;
        int lines = 1_000;
        Gate frozen = Gate.shut();
        Outbox forEve = new Outbox(frozen, MOST);
        start(forEve);
        List<Listener> crowd = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            crowd.add(new Listener());
        }
        boolean[] eveIsOut = {false};
        checks.within("put-waits", Duration.ofSeconds(6), () -> {
            for (int i = 0; i < lines; i++) {
                eveIsOut[0] |= !forEve.put("this is line number " + i + " of a thousand");
                for (Listener listener : crowd) {
                    put("too-little", listener.outbox, "this is line number " + i + " of a thousand");
                }
            }
        });
        Checks.that("unbounded", eveIsOut[0], "false from put for who has stopped reading", "always true");
        checks.within("not-written", Duration.ofSeconds(6), () -> {
            for (Listener listener : crowd) {
                for (int i = 0; i < lines; i++) {
                    Checks.equal("lines-lost", "this is line number " + i + " of a thousand", listener.client.line());
                }
            }
        });
        for (Listener listener : crowd) {
            listener.close();
        }
        frozen.open(true);
    }

    private static void put(String key, Outbox outbox, String line) {
        Checks.that(key, outbox.put(line), "true from put, since there is room", "false");
    }

    private static Thread start(Outbox outbox) {
        Thread thread = new Thread(outbox, "writer");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** A client that reads, on a real connection. */
    private static final class Listener implements Closeable {
        final Client client;
        final Outbox outbox;
        private final Socket socket;

        Listener() throws IOException {
            try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"))) {
                client = Client.connect(server.getLocalPort());
                socket = server.accept();
            }
            outbox = new Outbox(socket.getOutputStream(), 100_000);
            start(outbox);
        }

        @Override
        public void close() throws IOException {
            outbox.close();
            client.close();
            socket.close();
        }
    }
}

/** An output stream that can be shut, as the connection to a client that does not read. */
final class Gate extends OutputStream {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private boolean open;
    private boolean entered;
    private int writes;

    private Gate(boolean open) {
        this.open = open;
    }

    static Gate open() {
        return new Gate(true);
    }

    static Gate shut() {
        return new Gate(false);
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        writes++;
        entered = true;
        notifyAll();
        while (!open) {
            await();
        }
        written.write(bytes, offset, length);
        notifyAll();
    }

    synchronized void open(boolean open) {
        this.open = open;
        notifyAll();
    }

    /** Waits until somebody is in write. */
    synchronized void awaitWriter() {
        while (!entered) {
            await();
        }
    }

    /** Returns when the text is there, and rejects another one. */
    synchronized void awaitText(String text) {
        while (written.size() < text.getBytes(StandardCharsets.UTF_8).length) {
            await();
        }
        Checks.equal("not-written", text, text());
    }

    synchronized void awaitLines(int lines) {
        while (text().chars().filter(c -> c == '\n').count() < lines) {
            await();
        }
    }

    synchronized void awaitNothing() {
        Checks.equal("not-written", "", text());
    }

    synchronized String text() {
        return written.toString(StandardCharsets.UTF_8);
    }

    synchronized int writes() {
        return writes;
    }

    private void await() {
        try {
            wait();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
