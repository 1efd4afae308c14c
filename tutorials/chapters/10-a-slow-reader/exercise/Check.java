import chatlab.tutorials.grading.Checks;
import chatlab.tutorials.grading.Client;
import chatlab.tutorials.grading.Exercise;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Checks an outbox with clients that read, that stop reading, and that are gone. */
public final class Check implements Exercise {
    private static final long SPINS_NANOS = 200_000_000;
    private static final int MOST = 10_000;

    @Override
    public void check(Checks checks) {
        checks.step("written", () -> written(checks));
        checks.step("early", () -> early(checks));
        checks.step("idle", this::idle);
        checks.step("stuck", () -> stuck(checks));
        checks.step("full", () -> full(checks));
        checks.step("room-again", () -> roomAgain(checks));
        checks.step("closing", () -> closing(checks));
        checks.step("failure", () -> failure(checks));
        checks.step("threads", () -> manyThreads(checks));
        checks.step("crowd", () -> crowd(checks));
    }

    private void written(Checks checks) throws Exception {
        Gate gate = Gate.open();
        Outbox outbox = new Outbox(gate, MOST);
        Thread writer = start(outbox);
        awaitWaiting(writer);
        checks.within("not-written", gate::awaitNothing);
        writes(checks, outbox, "hello", gate, "hello\n");
        awaitWaiting(writer);
        writes(checks, outbox, "grüß dich", gate, "hello\ngrüß dich\n");
        awaitWaiting(writer);
        writes(checks, outbox, "你好", gate, "hello\ngrüß dich\n你好\n");
    }

    private static void writes(Checks checks, Outbox outbox, String line, Gate gate, String text) throws Exception {
        checks.within("not-written", () -> {
            put("not-written", outbox, line);
            gate.awaitText(text);
        });
    }

    /** Whether lines that come too early are lost is the next step's question. A thread that never waits is idle's. */
    private static void awaitWaiting(Thread writer) throws InterruptedException {
        Checks.comesTrue(() -> isWaiting(writer) || !writer.isAlive() || spins(writer));
    }

    private static boolean isWaiting(Thread thread) {
        return thread.getState() == Thread.State.WAITING || thread.getState() == Thread.State.TIMED_WAITING;
    }

    private static boolean spins(Thread thread) {
        return ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.getId()) > SPINS_NANOS;
    }

    private void early(Checks checks) throws Exception {
        Gate gate = Gate.open();
        Outbox outbox = new Outbox(gate, MOST);
        put("not-written", outbox, "hello");
        start(outbox);
        checks.within("sleeps-through", () -> gate.awaitText("hello\n"));
    }

    /** Nothing to do: the thread must stop using a processor. */
    private void idle() throws Exception {
        start(new Outbox(Gate.open(), MOST));
        Checks.that("spins", Checks.comesToRest(), "a thread that waits", "a thread that runs without end");
    }

    private void stuck(Checks checks) throws Exception {
        Gate gate = Gate.shut();
        Outbox outbox = new Outbox(gate, MOST);
        start(outbox);
        checks.within("writes-in-put", () -> put("not-written", outbox, "first"));
        checks.within("not-written", gate::awaitWriter);
        checks.within("lock-while-writing", () -> put("too-little", outbox, "second"));
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
        checks.within("not-written", gate::awaitWriter);
        checks.within("put-waits", () -> {
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
        checks.within("not-written", gate::awaitWriter);
        for (int i = 0; i < 50; i++) {
            put("too-little", outbox, "line " + i);
            text.append("line ").append(i).append('\n');
        }
        gate.open(true);
        checks.within("not-written", () -> gate.awaitText(text.toString()));
        Checks.that(
                "one-by-one",
                gate.writes() <= 3,
                "one write for 50 lines that wait",
                gate.writes() + " writes for 1 line and then 50 lines");
        for (int i = 0; i < 300; i++) {
            String line = "y".repeat(99);
            put("never-empty-again", outbox, line);
            text.append(line).append('\n');
            checks.within("not-written", () -> gate.awaitText(text.toString()));
        }
    }

    private void closing(Checks checks) throws Exception {
        Outbox idle = new Outbox(Gate.open(), MOST);
        Thread writer = start(idle);
        awaitWaiting(writer);
        checks.within("never-ends", () -> {
            idle.close();
            writer.join();
        });
        Gate gate = Gate.shut();
        Outbox outbox = new Outbox(gate, MOST);
        Thread thread = start(outbox);
        put("not-written", outbox, "first");
        checks.within("not-written", gate::awaitWriter);
        put("too-little", outbox, "second");
        put("too-little", outbox, "goodbye");
        checks.within("lock-while-writing", outbox::close);
        Checks.that("takes-after-close", !outbox.put("late"), "false from put after close", "true");
        gate.open(true);
        checks.within("never-ends", thread::join);
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
        checks.within("goes-on-after-failure", writer::join);
        Checks.that(
                "goes-on-after-failure",
                !outbox.put("is anybody there?"),
                "false from put, since this will never be written",
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
        checks.within("lines-lost", () -> {
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
        checks.within("put-waits", () -> {
            for (int i = 0; i < lines; i++) {
                eveIsOut[0] |= !forEve.put("this is line number " + i + " of a thousand");
                for (Listener listener : crowd) {
                    put("too-little", listener.outbox, "this is line number " + i + " of a thousand");
                }
            }
        });
        Checks.that("unbounded", eveIsOut[0], "false from put for a client that has stopped reading", "always true");
        checks.within("not-written", () -> {
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

    /** Waits until a thread is in write. */
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
