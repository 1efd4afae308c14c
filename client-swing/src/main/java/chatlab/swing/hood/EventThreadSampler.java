package chatlab.swing.hood;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Looks four times a second what the event dispatch thread does, from a thread of its own: whoever asks on the event
 * dispatch thread would always find it busy, with the question. The one who makes it closes it. For any thread.
 */
final class EventThreadSampler implements AutoCloseable {
    private static final int MIN_PAUSE_MILLIS = 200;
    private static final int MAX_PAUSE_MILLIS = 300;

    /** What was seen at one look. */
    record Sample(Thread.State state, EventThreadState doing) {}

    private final Thread watched;
    private final History history = new History();
    private final Thread sampler = new Thread(this::run, "hood sampler");

    private volatile Sample latest;

    EventThreadSampler(Thread watched) {
        this.watched = watched;
        this.latest = new Sample(Thread.State.RUNNABLE, EventThreadState.HANDLING);
        sampler.setDaemon(true);
        sampler.start();
    }

    Thread watched() {
        return watched;
    }

    Sample latest() {
        return latest;
    }

    History history() {
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

    /** In step with the timers of this panel it would see nothing but these. */
    private static long pause() {
        return ThreadLocalRandom.current().nextLong(MIN_PAUSE_MILLIS, MAX_PAUSE_MILLIS);
    }

    private void look() {
        // state and stack of one and the same moment; a thread by itself tells them one after the other
        ThreadInfo info = ManagementFactory.getThreadMXBean().getThreadInfo(watched.getId(), Integer.MAX_VALUE);
        if (info != null) {
            EventThreadState doing = EventThreadState.of(info.getThreadState(), info.getStackTrace());
            latest = new Sample(info.getThreadState(), doing);
            history.add(doing.isBusy());
        }
    }
}
