package chatlab.swing.hood;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Looks four times a second what the event dispatch thread does. It looks from a thread of its own: code on the event
 * dispatch thread would always find that thread busy with the looking. Its creator closes it. For any thread.
 */
final class EventThreadSampler implements AutoCloseable {
    private static final int MIN_PAUSE_MILLIS = 200;
    private static final int MAX_PAUSE_MILLIS = 300;

    /** The result of one look. */
    record Sample(Thread.State state, Doing doing) {}

    private final Thread watched;
    private final BusyHistory history = new BusyHistory();
    private final Thread sampler = new Thread(this::run, "hood sampler");

    private volatile Sample latest;

    EventThreadSampler(Thread watched) {
        this.watched = watched;
        this.latest = new Sample(Thread.State.RUNNABLE, Doing.HANDLING);
        sampler.setDaemon(true);
        sampler.start();
    }

    Thread watched() {
        return watched;
    }

    Sample latest() {
        return latest;
    }

    BusyHistory history() {
        return history;
    }

    @Override
    public void close() {
        sampler.interrupt();
    }

    private void run() {
        try {
            while (true) {
                look();
                Thread.sleep(pause());
            }
        } catch (InterruptedException e) {
            // closed
        }
    }

    /** Varies, since in step with the timers of this panel it would see nothing but these. */
    private static long pause() {
        return ThreadLocalRandom.current().nextLong(MIN_PAUSE_MILLIS, MAX_PAUSE_MILLIS);
    }

    private void look() {
        // state and stack of the same moment; Thread returns them one after the other
        ThreadInfo info = ManagementFactory.getThreadMXBean().getThreadInfo(watched.getId(), Integer.MAX_VALUE);
        if (info != null) {
            Doing doing = Doing.of(info.getThreadState(), info.getStackTrace());
            latest = new Sample(info.getThreadState(), doing);
            history.add(doing.isBusy());
        }
    }

    /** What the event dispatch thread was doing. */
    enum Doing {
        /** In getNextEvent(), as most of the time. */
        WAITING_FOR_EVENT,
        HANDLING,
        /** In the middle of an event, which freezes the window. */
        SLEEPING,
        /** Waiting for a lock in the middle of an event, which freezes the window. */
        BLOCKED;

        /** What a thread with this state and this stack is doing; the newest call comes first. */
        static Doing of(Thread.State state, StackTraceElement... stack) {
            for (StackTraceElement call : stack) {
                if (call.getMethodName().equals("getNextEvent")) {
                    return WAITING_FOR_EVENT;
                }
            }
            return switch (state) {
                case BLOCKED -> BLOCKED;
                case WAITING, TIMED_WAITING -> SLEEPING;
                default -> HANDLING;
            };
        }

        boolean isBusy() {
            return this != WAITING_FOR_EVENT;
        }
    }

    /**
     * Whether a thread was busy at each of the last looks. For any thread: the lock of this object guards the field.
     */
    static final class BusyHistory {
        static final int LENGTH = 60;

        private final Deque<Boolean> samples = new ArrayDeque<>();

        synchronized void add(boolean busy) {
            samples.add(busy);
            if (samples.size() > LENGTH) {
                samples.remove();
            }
        }

        /** The results of the looks, the oldest first. */
        synchronized List<Boolean> samples() {
            return List.copyOf(samples);
        }
    }
}
