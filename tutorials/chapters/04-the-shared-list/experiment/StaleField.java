import java.lang.management.ManagementFactory;

/** A thread goes round in a loop until a field is true. Does it see that another thread has changed the field? */
public class StaleField {
    private static final long SECOND = 1_000_000_000;

    // begin fields
    private static boolean plain;
    private static volatile boolean marked;

    private static int roundsUntilPlain() {
        int rounds = 0;
        while (!plain) {
            rounds++;
        }
        return rounds;
    }

    private static int roundsUntilMarked() {
        int rounds = 0;
        while (!marked) {
            rounds++;
        }
        return rounds;
    }
    // end fields

    public static void main(String[] args) throws InterruptedException {
        plain = true;
        marked = true;
        useProcessor(StaleField::roundsUntilPlain); // called so often, both are compiled
        useProcessor(StaleField::roundsUntilMarked);

        System.out.println("The field is not volatile:");
        plain = false;
        Thread first = start(StaleField::roundsUntilPlain);
        plain = true;
        tellOf(first);

        System.out.println("The field is volatile:");
        marked = false;
        Thread second = start(StaleField::roundsUntilMarked);
        marked = true;
        tellOf(second);
    }

    private static Thread start(Runnable loop) {
        Thread thread = new Thread(loop);
        thread.setDaemon(true); // the program may end although this thread does not
        thread.start();
        useProcessor(() -> {}); // meanwhile the thread and the compiler get as much of it
        return thread;
    }

    /** Does this again and again, for one second of this thread's processor time. */
    private static void useProcessor(Runnable work) {
        long end = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() + SECOND;
        while (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() < end) {
            work.run();
        }
    }

    private static void tellOf(Thread thread) throws InterruptedException {
        System.out.println("  main has made it true");
        thread.join(2000);
        System.out.println(
                thread.isAlive() ? "  2 seconds later the thread goes round and round" : "  the thread has ended");
    }
}
