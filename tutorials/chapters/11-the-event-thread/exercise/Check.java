import chatlab.tutorials.grading.Checks;
import chatlab.tutorials.grading.Exercise;
import java.awt.EventQueue;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.swing.JTextArea;
import javax.swing.SwingWorker;
import javax.swing.text.AttributeSet;
import javax.swing.text.BadLocationException;
import javax.swing.text.DefaultCaret;
import javax.swing.text.PlainDocument;

/** Checks a Reader: that it shows what comes, that only the event thread shows it, and that this thread never waits. */
public final class Check implements Exercise {
    private static final Duration SOON = Duration.ofSeconds(3);
    private static final String LOST = "* The connection is lost: ";
    private static final String CLOSED = "* The server has closed the connection.\n";

    private Checks checks;

    @Override
    public void check(Checks checks) throws Exception {
        this.checks = checks;
        try (Scene scene = new Scene()) {
            checks.step("start", () -> start(scene));
            checks.step("half", () -> half(scene));
            checks.step("thread", () -> thread(scene));
            checks.step("all", () -> all(scene));
            checks.step("end", () -> end(scene));
        }
        checks.step("lost", this::lost);
        checks.step("close", this::close);
    }

    private void start(Scene scene) throws Exception {
        onEventThread(() -> scene.reader = new Reader(scene.socket, scene.transcript));
        onEventThread(scene.reader::start);
        knock();
    }

    private void half(Scene scene) throws Exception {
        scene.send("hel");
        boolean taken = scene.isRead();
        knock();
        Checks.that("nothing-read", taken, "that the socket is read", "that nothing was read");
        scene.send("lo\n");
        Checks.comesTrue(() -> scene.document.touched);
        knock();
    }

    private void thread(Scene scene) throws Exception {
        Checks.that(
                "touches-from-worker",
                scene.document.intruder == null,
                "that only the event thread, AWT-EventQueue-0, touches the text area",
                "that thread \"" + scene.document.intruder + "\" did");
        Checks.equal("wrong-text", "hello\n", scene.text());
    }

    /** The event thread is busy while the lines come, so that all of them wait for it. */
    private void all(Scene scene) throws Exception {
        int count = 100;
        CountDownLatch busy = new CountDownLatch(1);
        EventQueue.invokeLater(() -> {
            try {
                busy.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        scene.send(lines(count));
        scene.isRead();
        busy.countDown();
        String expected = "hello\n" + lines(count);
        Checks.comesTrue(() -> scene.document.length >= expected.length());
        String seen = scene.text();
        long shown = seen.lines().count() - 1;
        String all = "all " + count + " lines after the first one";
        Checks.that("one-line-only", shown > 0, all, "none of them");
        Checks.that("only-last-of-list", shown >= count, all, shown + " of them, from " + second(seen));
        Checks.equal("wrong-text", expected, seen);
    }

    private void end(Scene scene) throws Exception {
        String before = scene.text();
        scene.server.close();
        scene.awaitEndOfReading();
        Checks.equal("end-not-told", CLOSED, scene.text().substring(before.length()));
        touchedByEventThreadOnly(scene);
    }

    private void lost() throws Exception {
        try (Scene scene = new Scene()) {
            scene.begin();
            scene.server.setSoLinger(true, 0); // so that close breaks the connection off
            scene.server.close();
            scene.awaitEndOfReading();
            String seen = scene.text();
            Checks.that(
                    "swallows-exception",
                    seen.startsWith("hello\n" + LOST) && seen.lines().count() == 2,
                    "after the connection was reset: one line that begins with " + Checks.quoted(LOST),
                    Checks.quoted(seen.substring(Math.min(6, seen.length()))));
            touchedByEventThreadOnly(scene);
        }
    }

    private void close() throws Exception {
        try (Scene scene = new Scene()) {
            scene.begin();
            onEventThread(scene::closeWhileALineWaits);
            knock();
            checks.within("cancel-only", scene::awaitEndAtServer);
            scene.awaitEndOfReading();
            String seen = scene.text();
            String mistake = seen.contains("\n*") ? "says-lost-after-close" : "shows-after-close";
            Checks.equal(mistake, "hello\n", seen);
        }
    }

    private static void touchedByEventThreadOnly(Scene scene) {
        String intruder = scene.document.intruder;
        Checks.that(
                "touches-from-worker",
                intruder == null,
                "that only the event thread touches the text area",
                "that thread \"" + intruder + "\" did");
    }

    private static String lines(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> "line " + i + "\n").collect(Collectors.joining());
    }

    private static String second(String text) {
        return Checks.quoted(text.lines().skip(1).findFirst().orElse(null));
    }

    /** Runs it on the event thread, which must come to it soon, and be free again soon. */
    private void onEventThread(Runnable task) throws Exception {
        FutureTask<Void> event = new FutureTask<>(task, null);
        EventQueue.invokeLater(event);
        if (!Checks.comesTrue(SOON, event::isDone)) {
            checks.within(whyItIsBusy(), SOON, event::get);
        }
        try {
            event.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception ? (Exception) e.getCause() : e;
        }
    }

    private void knock() throws Exception {
        onEventThread(() -> {});
    }

    private static String whyItIsBusy() {
        StackTraceElement[] calls = Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> thread.getKey().getName().startsWith("AWT-EventQueue"))
                .flatMap(thread -> Arrays.stream(thread.getValue()))
                .toArray(StackTraceElement[]::new);
        if (Arrays.stream(calls)
                .anyMatch(call -> call.getClassName().equals("java.util.concurrent.FutureTask")
                        && call.getMethodName().equals("get"))) {
            return "waits-for-worker";
        }
        boolean inStart = Arrays.stream(calls)
                .anyMatch(call -> call.getClassName().equals("Reader")
                        && (call.getMethodName().equals("start")
                                || call.getMethodName().equals("<init>")));
        return inStart ? "reads-on-event-thread" : "half-line-freezes";
    }

    /** A server, a connection to it, a Reader that reads from it, and the text area in which it shows that. */
    private final class Scene implements AutoCloseable {
        private final Transcript document = new Transcript();
        private final WatchedSocket socket;
        private final Socket server;
        private final JTextArea transcript;
        private Reader reader;
        private int sent;

        Scene() throws Exception {
            InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
            try (ServerSocket listener = new ServerSocket(0, 1, loopback)) {
                socket = new WatchedSocket(loopback, listener.getLocalPort());
                server = listener.accept();
            }
            JTextArea[] made = new JTextArea[1];
            EventQueue.invokeAndWait(() -> made[0] = new Unseen(document));
            transcript = made[0];
        }

        /** Starts the reader and has it show one line. */
        void begin() throws Exception {
            onEventThread(() -> reader = new Reader(socket, transcript));
            onEventThread(reader::start);
            send("hello\n");
            Checks.comesTrue(() -> document.touched);
            isRead();
        }

        void send(String text) throws IOException {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            server.getOutputStream().write(bytes);
            sent += bytes.length;
        }

        /** Waits until all that was sent has been read, and the reader waits for more. */
        boolean isRead() throws InterruptedException {
            return Checks.comesTrue(() -> socket.taken >= sent && socket.reading);
        }

        /** For the event thread, which is busy here: so the line is read before close(), and handed to this thread after it. */
        void closeWhileALineWaits() {
            try {
                send("late\n");
                isRead();
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
            reader.close();
        }

        void awaitEndAtServer() {
            try {
                server.getInputStream().read();
            } catch (IOException e) {
                // broken off: that is an end, too
            }
        }

        /** Waits until the thread that has read is out of the student's code, and the event thread has heard of it. */
        void awaitEndOfReading() throws Exception {
            Checks.comesTrue(() -> socket.reader == null || isIdle(socket.reader));
            CountDownLatch later = new CountDownLatch(1);
            new SwingWorker<Void, Void>() {
                @Override
                protected Void doInBackground() {
                    return null;
                }

                @Override
                protected void done() {
                    later.countDown(); // SwingWorker tells the event thread of one after the other
                }
            }.execute();
            Checks.comesTrue(() -> later.getCount() == 0);
            knock();
        }

        String text() throws Exception {
            String[] text = new String[1];
            onEventThread(() -> text[0] = transcript.getText());
            return text[0];
        }

        @Override
        public void close() throws IOException {
            server.close();
            socket.close();
        }
    }

    private static boolean isIdle(Thread thread) {
        return Arrays.stream(thread.getStackTrace())
                .map(StackTraceElement::getClassName)
                .noneMatch(name -> name.startsWith("Reader")
                        || name.startsWith("Check")
                        || name.equals("java.util.concurrent.FutureTask"));
    }

    /** Knows how much was read from it, by which thread, and whether a thread reads now. */
    private static final class WatchedSocket extends Socket {
        private volatile int taken;
        private volatile boolean reading;
        private volatile Thread reader;

        WatchedSocket(InetAddress address, int port) throws IOException {
            super(address, port);
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return new FilterInputStream(super.getInputStream()) {
                @Override
                public int read() throws IOException {
                    byte[] one = new byte[1];
                    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
                }

                @Override
                public int read(byte[] into, int offset, int length) throws IOException {
                    reader = Thread.currentThread();
                    reading = true;
                    int count;
                    try {
                        count = super.read(into, offset, length);
                    } finally {
                        reading = false;
                    }
                    taken += Math.max(0, count);
                    return count;
                }
            };
        }
    }

    /** Without a look: it is not seen, and a look needs fonts, which not every machine without a display has. */
    private static final class Unseen extends JTextArea {
        private static final long serialVersionUID = 1;

        Unseen(Transcript document) {
            super(document);
            setCaret(new DefaultCaret()); // which a look brings otherwise
        }

        @Override
        public void updateUI() {
            // none
        }
    }

    /** Knows whether it was touched, and by which wrong thread. */
    private static final class Transcript extends PlainDocument {
        private static final long serialVersionUID = 1;

        private transient volatile int length;
        private transient volatile boolean touched;
        private transient volatile String intruder;

        @Override
        public void insertString(int offset, String text, AttributeSet attributes) throws BadLocationException {
            if (!EventQueue.isDispatchThread() && intruder == null) {
                intruder = Thread.currentThread().getName();
            }
            super.insertString(offset, text, attributes);
            length = getLength();
            touched |= text.contains("\n");
        }
    }
}
