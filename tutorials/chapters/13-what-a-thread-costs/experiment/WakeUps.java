import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * 300 people are in the room, and something is said 200 times. How often does a thread wake up for it, and what does that
 * cost? There are no sockets here: to take a line out of an outbox is all that the threads do.
 */
public class WakeUps {
    private static final int PEOPLE = 300;
    private static final int SAID = 200;

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    public static void main(String[] args) throws InterruptedException {
        measure("a writer for each", true);
        measure("one postman", false);
    }

    private static void measure(String name, boolean writerForEach) throws InterruptedException {
        AtomicLong taken = new AtomicLong();
        AtomicLong wakeUps = new AtomicLong();
        List<Outbox> outboxes = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            outboxes.add(new Outbox());
        }
        Outbox bell = new Outbox();
        if (writerForEach) {
            for (Outbox outbox : outboxes) {
                start(() -> work(outbox, List.of(outbox), taken, wakeUps));
            }
        } else {
            start(() -> work(bell, outboxes, taken, wakeUps));
        }
        long before = SYSTEM.getProcessCpuTime();
        for (int i = 0; i < SAID; i++) {
            for (Outbox outbox : outboxes) {
                outbox.put();
            }
            bell.put();
            TimeUnit.MILLISECONDS.sleep(2);
        }
        while (taken.get() < (long) PEOPLE * SAID) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
        double seconds = (SYSTEM.getProcessCpuTime() - before) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%-18s %,d lines, threads woke up %,d times, processor time %.2f s%n",
                name + ":",
                taken.get(),
                wakeUps.get(),
                seconds);
    }

    /** What a writer does for its own outbox, and a postman, when the bell rings, for all. */
    private static void work(Outbox wakes, List<Outbox> outboxes, AtomicLong taken, AtomicLong wakeUps) {
        try {
            while (true) {
                if (wakes.awaitMail()) {
                    wakeUps.incrementAndGet();
                }
                wakes.forget();
                for (Outbox outbox : outboxes) {
                    taken.addAndGet(outbox.takeAll());
                }
            }
        } catch (InterruptedException e) {
            // the experiment is over
        }
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        thread.start();
    }

    /** Counts lines only. */
    private static final class Outbox {
        private int lines;
        private boolean rung;

        synchronized void put() {
            lines++;
            rung = true;
            notify();
        }

        /** Whether the thread had to wait, and so to be woken. */
        synchronized boolean awaitMail() throws InterruptedException {
            boolean waited = !rung;
            while (!rung) {
                wait();
            }
            return waited;
        }

        synchronized void forget() {
            rung = false;
        }

        synchronized int takeAll() {
            int all = lines;
            lines = 0;
            return all;
        }
    }
}
