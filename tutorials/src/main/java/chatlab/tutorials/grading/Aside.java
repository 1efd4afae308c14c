package chatlab.tutorials.grading;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/** Something that is done in a thread of its own, which may have to wait, while the thread of the check goes on. */
public final class Aside {
    private static final long MOST_CPU_NANOS = 1_000_000_000;
    private static final Set<Thread.State> WAITS =
            Set.of(Thread.State.BLOCKED, Thread.State.WAITING, Thread.State.TIMED_WAITING);

    private final AtomicReference<Throwable> thrown = new AtomicReference<>();
    private final Thread thread;

    private Aside(String name, Step body) {
        thread = new Thread(
                () -> {
                    try {
                        body.run();
                    } catch (Throwable e) {
                        thrown.set(e);
                    }
                },
                name);
        thread.setDaemon(true);
    }

    /**
     * Comes back when the thread has ended, or waits, or runs without end. This thread does not wait meanwhile, so it keeps a
     * permit of {@code LockSupport} that it may have.
     */
    public static Aside run(String name, Step body) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        Aside aside = new Aside(name, body);
        aside.thread.start();
        while (!isAtRest(aside.thread) && threads.getThreadCpuTime(aside.thread.getId()) < MOST_CPU_NANOS) {
            Thread.yield();
        }
        return aside;
    }

    /** Waits until the thread has ended, or was found waiting five times in a row, and says whether it has ended. */
    public boolean ends() throws InterruptedException {
        for (int waits = 0; !hasEnded() && waits < 5; waits = isAtRest(thread) ? waits + 1 : 0) {
            Thread.sleep(5);
        }
        return hasEnded();
    }

    public boolean hasEnded() {
        return !thread.isAlive();
    }

    /** Throws what the body has thrown, if it has thrown anything. */
    public void rethrow() throws Exception {
        if (thrown.get() instanceof Error) {
            throw (Error) thrown.get();
        }
        if (thrown.get() != null) {
            throw (Exception) thrown.get();
        }
    }

    /** What its thread does, see {@link #place(Thread)}. */
    public String place() {
        return place(thread);
    }

    /** Whether a thread has ended, or waits, for however long. It may be a virtual one. */
    public static boolean isAtRest(Thread thread) {
        return thread.getState() == Thread.State.TERMINATED || WAITS.contains(thread.getState());
    }

    /** The method that a thread is in, and the line of the student's class from which it came there. */
    public static String place(Thread thread) {
        StackTraceElement[] stack = thread.getStackTrace();
        for (StackTraceElement frame : stack) {
            if (Frames.isStudents(frame)) {
                return stack[0].getMethodName() + "(), from " + Frames.place(frame);
            }
        }
        return "state " + thread.getState();
    }
}
