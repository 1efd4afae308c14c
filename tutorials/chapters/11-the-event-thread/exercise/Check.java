import chatlab.tutorials.grading.Checks;
import chatlab.tutorials.grading.Exercise;
import chatlab.tutorials.grading.Gate;
import chatlab.tutorials.grading.HeldTimers;
import chatlab.tutorials.grading.WatchedNames;
import chatlab.tutorials.grading.WatchedSocket;
import chatlab.tutorials.grading.WatchedText;
import java.awt.EventQueue;
import java.awt.Toolkit;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

/** Plays the server of a Reader, watches which thread does what, and decides when the event thread has time. */
public final class Check implements Exercise {
    private static final int MANY = 1_500;

    private static final String CLOSED = "* The server has closed the connection.\n";
    private static final String CUT = "the cable is cut";
    private static final String LOST = "* The connection is lost: " + CUT + "\n";

    /** For answers that look for news again and again, of which it cannot be proved that they will never find some. */
    private static final Duration LONG = Duration.ofSeconds(10);

    private final HeldTimers timers = new HeldTimers();
    private Checks checks;

    @Override
    public void check(Checks checks) throws Exception {
        this.checks = checks;
        Toolkit.getDefaultToolkit().getSystemEventQueue().push(timers);
        checks.step("start", this::start);
        checks.step("free", this::free);
        checks.step("goes-on", this::goesOn);
        checks.step("thread", this::thread);
        checks.step("people", this::people);
        checks.step("text", this::text);
        checks.step("order", this::order);
        checks.step("end", () -> ending(false, CLOSED));
        checks.step("lost", () -> ending(true, LOST));
        checks.step("last", this::last);
        checks.step("close", this::close);
        checks.step("silent", this::silent);
    }

    private void start() throws Exception {
        try (Scene scene = new Scene()) {
            scene.start();
        }
    }

    private void free() throws Exception {
        try (Scene scene = scene()) {
            scene.send("hal");
            String reads = "the first half of a line is read, and a thread waits in read() for the second";
            checks.becomes(scene.socket::isRead, reads, () -> "no thread waits in read()");
            Checks.that(
                    "reads-on-event-thread",
                    !scene.socket.wasReadByEventThread(),
                    "that other threads read from the socket",
                    "that the event thread calls read()");
            aMomentPasses();
            onEventThread(() -> {});
        }
    }

    /** More can only be read if what came before has not made the reading thread wait for the event thread. */
    private void goesOn() throws Exception {
        try (Scene scene = scene()) {
            CountDownLatch busy = keepEventThreadBusy(() -> scene.reader.close());
            String line = "x".repeat(200) + "\n";
            String reads =
                    "while the event thread is busy, all lines are read, and a thread waits in read() for the next one";
            for (String lines : List.of(line, line.repeat(998), line)) {
                scene.send(lines);
                if (!Checks.comesTrue(scene.socket::isRead) && anyThreadIsIn("invokeAndWait")) {
                    throw Checks.wrong("waits-for-event-thread", reads, "a thread waits in invokeAndWait()");
                }
                checks.becomes(scene.socket::isRead, reads, () -> "no thread waits in read()");
            }
            busy.countDown();
        }
    }

    private static boolean anyThreadIsIn(String method) {
        return Thread.getAllStackTraces().values().stream()
                .flatMap(Arrays::stream)
                .anyMatch(call -> call.getMethodName().equals(method));
    }

    private void text() throws Exception {
        try (Scene scene = scene()) {
            StringBuilder all = new StringBuilder("hello\n");
            List<String> lines = List.of(
                    "  two blanks before, two behind  ", "", "+1 for that", "-", "+", "\u20ac 5\t100 %", " + no");
            for (String line : lines) {
                scene.send(line + "\n");
                scene.expect(all.append(line).append("\n").toString());
            }
            byte[] euro = "\u20ac\n".getBytes(StandardCharsets.UTF_8);
            scene.send(Arrays.copyOf(euro, 1));
            scene.awaitRead();
            scene.send(Arrays.copyOfRange(euro, 1, euro.length));
            scene.expect(all.append("\u20ac\n").toString());
            scene.socket.pausesAfterMore();
            scene.send("half, ");
            scene.awaitRead();
            scene.send("whole\n");
            scene.expect(all.append("half, whole\n").toString());
            Checks.that(scene.half == null, "that a line and its \\n are appended in one step", scene.half);
        }
    }

    private void people() throws Exception {
        try (Scene scene = scene()) {
            String[][] lines = {
                {"+ zoe", "[zoe]"},
                {"+ ada lovelace", "[zoe, ada lovelace]"},
                {"+ - +", "[zoe, ada lovelace, - +]"},
                {"- zoe", "[ada lovelace, - +]"},
                {"+ zoe", "[ada lovelace, - +, zoe]"},
                {"- ada lovelace", "[- +, zoe]"},
                {"- - +", "[zoe]"},
                {"+  two blanks", "[zoe,  two blanks]"},
                {"-  two blanks", "[zoe]"},
            };
            for (String[] line : lines) {
                scene.send(line[0] + "\n");
                comesTrue(() -> line[1].equals(scene.people.names()));
                onEventThread(() -> {}); // the event that has shown it is over
                Checks.that(
                        line[1].equals(scene.people.names()),
                        line[1] + " after the line " + Checks.quoted(line[0]),
                        scene.people.names());
            }
        }
    }

    /** The event thread is busy while the lines come, so that all of them wait for it. */
    private void order() throws Exception {
        try (Scene scene = scene()) {
            StringBuilder sent = new StringBuilder();
            StringBuilder expected = new StringBuilder("hello\n");
            NavigableMap<Integer, String> namesAt = new TreeMap<>();
            for (int i = 0; i < 150; i++) {
                sent.append("+ guest" + i + "\nline " + i + "\n- guest" + i + "\nlater\n");
                namesAt.put(expected.append("line " + i + "\n").length(), "[guest" + i + "]");
                namesAt.put(expected.append("later\n").length(), "[]");
            }
            CountDownLatch busy = keepEventThreadBusy(() -> {});
            scene.send(sent.toString());
            scene.awaitRead();
            busy.countDown();
            scene.expect(expected.toString());
            namesAt.forEach((length, names) -> {
                String seen = scene.namesAt.ceilingEntry(length).getValue();
                String line = expected.substring(expected.lastIndexOf("\n", length - 2) + 1, length - 1);
                Checks.that(
                        names.equals(seen),
                        "that the list is " + names + " when " + Checks.quoted(line) + " is appended",
                        seen.length() < 100 ? "that it is " + seen : "that it has more names");
            });
        }
        manyWait();
        try (Scene scene = scene()) { // a line comes while the one before it is shown, and then no more
            Gate shows = scene.isShown("wait\n");
            scene.send("late\n");
            scene.awaitRead();
            shows.open();
            scene.expect("hello\nwait\nlate\n");
        }
    }

    /** More lines than some inboxes take. An answer may also read on only when there is room again. */
    private void manyWait() throws Exception {
        try (Scene scene = scene()) {
            CountDownLatch busy = keepEventThreadBusy(() -> {});
            scene.send("x\n".repeat(MANY) + "the last one\n");
            comesTrue(scene.socket::isRead);
            busy.countDown();
            comesTrue(() -> scene.transcript.shown().endsWith("the last one\n"));
            AtomicLong lines = new AtomicLong();
            onEventThread(() -> lines.set(scene.transcript.shown().lines().count())); // not in the middle of a change
            long shown = lines.get() - 2; // without the first and the last
            Checks.that(
                    shown == MANY,
                    "the event thread is busy until " + MANY + " lines wait: then all of them are shown",
                    shown + " are shown");
        }
    }

    /** Whatever happens: a line, a name, and each kind of end. */
    private void thread() throws Exception {
        for (String end : List.of("the server closes", "reading fails", "close()")) {
            try (Scene scene = scene()) {
                scene.send("+ ada\nhi\n- ada\n");
                scene.awaitRead();
                if (end.equals("close()")) {
                    onEventThread(() -> closeQuietly(scene.reader));
                    aMomentPasses();
                } else {
                    scene.end(end.equals("reading fails"));
                    comesTrue(() -> scene.transcript.shown().contains("* The "));
                }
                Checks.that(
                        "wrong-thread",
                        scene.intruder == null,
                        "that only the event thread uses the text area and the list",
                        scene.intruder);
            }
        }
    }

    /** What it throws is for the step "close". */
    private static void closeQuietly(Reader reader) {
        try {
            reader.close();
        } catch (RuntimeException e) {
            // see there
        }
    }

    private void ending(boolean fails, String told) throws Exception {
        try (Scene scene = scene()) {
            scene.end(fails);
            scene.expect("hello\n" + told);
            aMomentPasses(); // perhaps it is said twice
            scene.expect("hello\n" + told);
        }
    }

    /**
     * Lines and the end wait for the event thread. What comes by way of Swing's timers, as from publish(), is the last of all:
     * so the end overtakes the lines if it takes its own way. It also does if lines come in portions, be it that the first one
     * takes a long time.
     */
    private void last() throws Exception {
        String lines = "slow\n" + "line\n".repeat(998) + "the last line\n";
        for (boolean fails : new boolean[] {false, true}) {
            try (Scene scene = scene()) {
                CountDownLatch busy = keepEventThreadBusy(() -> {});
                timers.hold();
                scene.send(lines);
                scene.end(fails);
                scene.awaitEndOfReading();
                busy.countDown();
                keepEventThreadBusy(() -> {}).countDown(); // it comes to this behind all that waits
                timers.release();
                endIsLast(scene, fails);
            }
            try (Scene scene = scene()) { // both come while the event thread shows what was there before
                Gate shows = scene.isShown("wait\n");
                scene.send("the last line\n");
                scene.end(fails);
                scene.awaitEndOfReading();
                shows.open();
                endIsLast(scene, fails);
            }
        }
    }

    private static void endIsLast(Scene scene, boolean fails) throws InterruptedException {
        comesTrue(() -> scene.transcript.shown().contains("the last line\n")
                && scene.transcript.shown().contains("* The "));
        String seen = scene.transcript.shown();
        int end = seen.indexOf("* The ");
        Checks.that(
                end < 0 || seen.indexOf('\n', end) == seen.length() - 1 && seen.contains("the last line\n"),
                Checks.quoted("the last line\n" + (fails ? LOST : CLOSED)) + " at the end of the text",
                Checks.quoted(seen.substring(Math.max(0, end - 20), Math.min(seen.length(), end + 70))));
    }

    /** Another thread waits in read(), and will not come out of it before close() has returned; nor will another one close. */
    private void close() throws Exception {
        try (Scene scene = scene()) {
            scene.awaitRead();
            scene.socket.hold();
            onEventThread(() -> scene.reader.close());
            boolean closed = scene.socket.isClosed();
            scene.socket.release();
            Checks.that(closed, "that the socket is closed when close() has returned", "that it is open");
        }
        // perhaps no more lines may wait, and the other thread waits for the event thread
        try (Scene scene = scene()) {
            CountDownLatch busy = keepEventThreadBusy(() -> scene.reader.close());
            scene.send("x\n".repeat(20_000));
            scene.awaitRead();
            busy.countDown();
            onEventThread(() -> {});
        }
    }

    /** The event thread is busy while the lines come, or the end, and then it calls close(), like a click that has waited. */
    private void silent() throws Exception {
        try (Scene open = scene();
                Scene ended = scene()) {
            CountDownLatch busy = keepEventThreadBusy(() -> {
                open.reader.close();
                ended.reader.close();
            });
            open.send("late\n+ zoe\n");
            open.awaitRead();
            ended.send("late\n+ zoe\n");
            ended.end(false);
            ended.awaitEndOfReading();
            busy.countDown();
            aMomentPasses();
            for (Scene scene : List.of(open, ended)) {
                String before = Checks.quoted("hello\n") + " and the list []";
                Checks.that(
                        before.equals(scene.shown()),
                        before
                                + ", as before close(): the event thread came to close() first, and then to the lines that waited",
                        scene.shown());
            }
        }
        closedByListener();
    }

    /** All lines and the end wait for the event thread, and in each scene, a listener calls close() at another change. */
    private void closedByListener() throws Exception {
        try (Scene first = scene();
                Scene second = scene();
                Scene third = scene();
                Scene fourth = scene();
                Scene fifth = scene()) {
            List<Scene> scenes = List.of(first, second, third, fourth, fifth);
            CountDownLatch busy = keepEventThreadBusy(() -> {});
            for (Scene scene : scenes) {
                scene.changesToClose = scenes.indexOf(scene) + 1;
                scene.send("+ ada\n+ zoe\nlate\n- ada\n");
                scene.end(false);
                scene.awaitEndOfReading();
            }
            busy.countDown();
            comesTrue(() -> scenes.stream().allMatch(scene -> scene.atClose != null));
            aMomentPasses();
            for (Scene scene : scenes) {
                Checks.that(
                        scene.atClose == null || scene.shown().equals(scene.atClose),
                        "nothing more after " + scene.atClose + ": then a listener of the window called close()",
                        scene.shown());
            }
        }
    }

    private interface Task {
        void run() throws Exception;
    }

    /** Runs it on the event thread. The answer is rejected if that never comes to it, or never comes out of it. */
    private void onEventThread(Task task) throws Exception {
        FutureTask<Void> event = new FutureTask<>(() -> {
            task.run();
            return null;
        });
        EventQueue.invokeLater(event);
        AtomicReference<String> wait = new AtomicReference<>();
        comesTrue(() -> {
            wait.compareAndSet(null, timedWait());
            return event.isDone() || wait.get() != null;
        });
        Checks.that("event-thread-waits", wait.get() == null, "that the event thread does not wait", wait.get());
        try {
            checks.within("event-thread-waits", event::get);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception ? (Exception) e.getCause() : e;
        }
    }

    /** A wait for some time, of which it cannot be proved that it never ends; or null. */
    private static String timedWait() {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("AWT-EventQueue") && thread.getState() == Thread.State.TIMED_WAITING) {
                String place = placeInReader(thread);
                if (!place.isEmpty()) {
                    return "that it waits for some time" + place;
                }
            }
        }
        return null;
    }

    private static String placeInReader(Thread thread) {
        return Arrays.stream(thread.getStackTrace())
                .filter(call -> "Reader.java".equals(call.getFileName()))
                .map(call -> " (Reader.java:" + call.getLineNumber() + ")")
                .findFirst()
                .orElse("");
    }

    /** Until the latch is counted down; then it does this, before any other event. */
    private CountDownLatch keepEventThreadBusy(Task then) throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch busy = new CountDownLatch(1);
        EventQueue.invokeLater(() -> {
            begun.countDown();
            awaitQuietly(busy);
            try {
                then.run();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        checks.within("event-thread-waits", begun::await);
        return busy;
    }

    /** Waits until no thread does anything any more, for one second at most: threads may look for news again and again. */
    private static void aMomentPasses() throws InterruptedException {
        Checks.comesTrue(Duration.ofSeconds(1), () -> false);
    }

    /** Proved twice: on a machine that is very busy, a thread may be given no processor for a while. */
    private static boolean comesTrue(BooleanSupplier condition) throws InterruptedException {
        return Checks.comesTrue(LONG, condition) || Checks.comesTrue(LONG, condition);
    }

    /** More than a program may work in one event, if it divides its work. */
    private static void takeTime() {
        try {
            Thread.sleep(250);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A server, a connection to it, a Reader that reads from it, and what that shows. */
    private final class Scene implements AutoCloseable {
        private final WatchedSocket socket;
        private final Socket server;
        private final WatchedText transcript = new WatchedText(this::touch, this::grown);
        private final WatchedNames people = new WatchedNames(this::touch, this::changed);
        /** The names in the list when the text first was so long. Written before {@code transcript.shown()}, read after it. */
        private final NavigableMap<Integer, String> namesAt = new TreeMap<>();
        /** At which change, beginning with the next one, a listener calls close(); 0 for none. */
        private volatile int changesToClose;
        /** All that was shown when a listener of the window had called close(), or null. */
        private volatile String atClose;
        /** What was seen before the line was complete, or null. */
        private volatile String half;

        /** Where the event thread waits when it has appended the line "wait". */
        private final Gate wait = new Gate();

        private Reader reader;
        private volatile String intruder;

        Scene() throws Exception {
            InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
            try (ServerSocket listener = new ServerSocket(0, 1, loopback)) {
                socket = new WatchedSocket(loopback, listener.getLocalPort());
                server = listener.accept();
            }
        }

        void start() throws Exception {
            onEventThread(() -> {
                reader = new Reader(socket, transcript.area(), people);
                reader.start();
            });
        }

        void send(String text) throws IOException {
            send(text.getBytes(StandardCharsets.UTF_8));
        }

        void send(byte... bytes) throws IOException {
            socket.sends(bytes.length);
            server.getOutputStream().write(bytes);
        }

        /** The server closes, or the next read that finds nothing more fails. */
        void end(boolean fails) throws IOException {
            if (fails) {
                socket.failsWith(new IOException(CUT));
            }
            server.close();
        }

        /** Sends this line, and waits until the event thread is where it shows it. */
        Gate isShown(String line) throws Exception {
            send(line);
            comesTrue(wait::isEntered);
            return wait;
        }

        /** Waits until all that was sent was read, and a thread waits for more, if it ever comes to that. */
        void awaitRead() throws InterruptedException {
            comesTrue(socket::isRead);
        }

        /** Waits until the thread that has read the end is out of the student's code, or waits there for something else. */
        void awaitEndOfReading() throws InterruptedException {
            comesTrue(() -> socket.readerOfEnd() != null && isOut(socket.readerOfEnd()));
        }

        private void grown(String text) {
            int length = text.length();
            if (namesAt.isEmpty() || length > namesAt.lastKey()) {
                namesAt.put(length, people.names());
            }
            if (!text.endsWith("\n")) {
                half = ending(text);
            } else if (text.endsWith("slow\n")) {
                takeTime();
            } else if (text.endsWith("wait\n")) {
                wait.enter();
            }
            changed(text);
        }

        private void changed() {
            changed(transcript.shown());
        }

        private void changed(String text) {
            if (changesToClose > 0 && --changesToClose == 0) {
                reader.close();
                atClose = shown(text);
            }
        }

        String shown() {
            return shown(transcript.shown());
        }

        private String shown(String text) {
            return Checks.quoted(text) + " and the list " + people.names();
        }

        void expect(String text) throws Exception {
            comesTrue(() -> text.equals(transcript.shown()));
            onEventThread(() -> {}); // the event that has shown it is over
            Checks.that(text.equals(transcript.shown()), ending(text), ending(transcript.shown()));
        }

        /** Notes the thread that uses the text area or the list, if it is the wrong one. */
        void touch() {
            if (!EventQueue.isDispatchThread() && intruder == null) {
                Thread thread = Thread.currentThread();
                intruder = "that thread \"" + thread.getName() + "\" does" + placeInReader(thread);
            }
        }

        @Override
        public void close() throws IOException {
            wait.open();
            socket.release();
            server.close();
            socket.close();
        }
    }

    private Scene scene() throws Exception {
        Scene scene = new Scene();
        scene.send("hello\n");
        scene.start();
        boolean shown = comesTrue(() -> scene.transcript.shown().equals("hello\n"));
        onEventThread(() -> {}); // the event that has shown it is over
        Checks.that(
                shown,
                "after start(), the first line of the server is in transcript: " + Checks.quoted("hello\n"),
                Checks.quoted(scene.transcript.shown())
                        + (scene.socket.isRead() ? "" : ", and no thread waits in read()"));
        return scene;
    }

    /** The last lines of a long text. */
    private static String ending(String text) {
        return text.length() < 200 ? Checks.quoted(text) : "... " + Checks.quoted(text.substring(text.length() - 100));
    }

    private static boolean isOut(Thread thread) {
        return Arrays.stream(thread.getStackTrace())
                .map(StackTraceElement::getClassName)
                .noneMatch(name -> name.startsWith("Reader")
                        || name.startsWith("Check")
                        || name.equals("java.util.concurrent.FutureTask"));
    }
}
