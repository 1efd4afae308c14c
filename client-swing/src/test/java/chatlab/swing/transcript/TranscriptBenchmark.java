package chatlab.swing.transcript;

import chatlab.swing.model.Conversation;
import chatlab.swing.model.Conversing;
import chatlab.swing.model.Entry;
import chatlab.swing.model.Entry.Manner;
import chatlab.swing.model.Entry.Said;
import chatlab.swing.model.Entry.Tone;
import chatlab.swing.ui.ChatLook;
import com.formdev.flatlaf.FlatLaf;
import java.awt.AWTEvent;
import java.awt.EventQueue;
import java.awt.Font;
import java.awt.Toolkit;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.reflect.InvocationTargetException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import javax.swing.JFrame;
import javax.swing.SwingUtilities;
import javax.swing.UIManager;

/**
 * Not a test: how long the event dispatch thread is busy at a time while a transcript takes a flood, and afterwards with
 * a full transcript. Needs a display. On a busy machine only the times of the processor are meaningful.
 */
public final class TranscriptBenchmark {
    private static final int ENTRIES = 100_000;
    private static final int BATCH = 1_000;

    private final Conversation conversation = Conversing.inRoom("lobby");
    private final Stopwatch stopwatch = new Stopwatch();
    private JFrame frame;
    private TranscriptView view;

    private TranscriptBenchmark() {}

    public static void main(String[] args) throws Exception {
        TranscriptBenchmark benchmark = new TranscriptBenchmark();
        Toolkit.getDefaultToolkit().getSystemEventQueue().push(benchmark.stopwatch);
        benchmark.run(args.length > 0 ? args[0] : "text");
        System.exit(0);
    }

    private void run(String what) throws Exception {
        SwingUtilities.invokeAndWait(this::open);
        settle("open");
        for (int round = 1; round <= 3; round++) {
            long start = System.nanoTime();
            for (int i = 0; i < ENTRIES; i += BATCH) {
                int from = i;
                SwingUtilities.invokeAndWait(() -> addBatch(from, what));
            }
            settle("flood " + round + ", all in " + (System.nanoTime() - start) / 1_000_000 + " ms,");
        }
        for (int width = 900; width >= 500; width -= 100) {
            int w = width;
            SwingUtilities.invokeAndWait(() -> frame.setSize(w, 600));
            settle("resize to " + w);
        }
        SwingUtilities.invokeAndWait(() -> ChatLook.set(true));
        SwingUtilities.invokeAndWait(FlatLaf::updateUI);
        settle("theme");
        Font font = UIManager.getFont("defaultFont");
        SwingUtilities.invokeAndWait(() -> UIManager.put("defaultFont", font.deriveFont(font.getSize() * 1.5f)));
        SwingUtilities.invokeAndWait(FlatLaf::updateUI);
        settle("zoom");
        for (int i = 0; i < 100; i++) {
            int number = i;
            SwingUtilities.invokeAndWait(() -> addOne(number, what));
        }
        settle("100 one by one");
        SwingUtilities.invokeAndWait(() -> view.jumpTo(conversation.transcript().end() - 2_500));
        for (int i = 0; i < 100; i++) {
            int number = i;
            SwingUtilities.invokeAndWait(() -> addOne(number, what));
        }
        settle("100 one by one, reader above");
    }

    private void open() {
        ChatLook.set(false);
        view = new TranscriptView(conversation, null, Clock.systemDefaultZone());
        frame = new JFrame("transcript");
        frame.add(view);
        frame.setSize(800, 600);
        frame.setVisible(true);
    }

    private void addBatch(int from, String what) {
        for (int i = 0; i < BATCH; i++) {
            Conversing.add(conversation, entry(from + i, what));
        }
        view.refresh();
    }

    private void addOne(int number, String what) {
        Conversing.add(conversation, entry(number, what));
        view.refresh();
    }

    private static Entry entry(int i, String what) {
        Instant at = Instant.ofEpochSecond(1_700_000_000L + i / 20);
        if (i % 50 == 49) {
            return new Entry.Notice(at, Tone.QUIET, "eve joined, and 3 others");
        }
        return new Said(i, at, "student" + i % 300, Manner.TEXT, false, false, false, List.of(text(i, what)));
    }

    private static String text(int i, String what) {
        return switch (what) {
            case "long" -> "x".repeat(4_000);
            case "emoji" -> "\uD83D\uDE00".repeat(1_000);
            case "marks" -> "e\u0301\u0302\u0303".repeat(600);
            case "words" -> "what a word ".repeat(300);
            default -> "message " + i + ", as long as what people say in a lesson about sockets and threads";
        };
    }

    /** Waits until all is shown, and prints the times. */
    private void settle(String what) throws InterruptedException, InvocationTargetException {
        boolean[] isDone = {false};
        while (!isDone[0]) {
            SwingUtilities.invokeAndWait(() -> isDone[0] = view.isUpToDate());
        }
        SwingUtilities.invokeAndWait(() -> {});
        System.gc();
        long heap = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        System.out.printf("%-40s %s, heap %d MB%n", what, stopwatch.take(), heap >> 20);
    }

    /** Measures how long each event takes. */
    private static final class Stopwatch extends EventQueue {
        private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        private long longest;
        private long longestWork;
        private long busy;
        private int events;

        @Override
        protected void dispatchEvent(AWTEvent event) {
            long start = System.nanoTime();
            long startOfWork = threads.getCurrentThreadCpuTime();
            super.dispatchEvent(event);
            long time = System.nanoTime() - start;
            long work = threads.getCurrentThreadCpuTime() - startOfWork;
            synchronized (this) {
                longestWork = Math.max(longestWork, work);
                longest = Math.max(longest, time);
                busy += work;
                events++;
            }
        }

        synchronized String take() {
            String taken = String.format(
                    "longest event %4d ms (of the processor %3d); in all %5d ms in %4d events",
                    longest / 1_000_000, longestWork / 1_000_000, busy / 1_000_000, events);
            longest = 0;
            longestWork = 0;
            busy = 0;
            events = 0;
            return taken;
        }
    }
}
