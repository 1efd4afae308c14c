package chatlab.tutorials.grading;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** A lock for an answer to use. At a release that was chosen, the thread does something before it goes on. */
public final class WatchedLock extends ReentrantLock {
    private static final long serialVersionUID = 1;

    private volatile int releases; // changed by threads that hold the lock, read by any
    private int chosen;
    private transient Runnable then;

    /**
     * Chooses a release from now on, counted from 1, and what the thread does just after it. To be called before the threads are
     * started.
     */
    public void afterRelease(int number, Runnable then) {
        this.then = then;
        this.chosen = number;
        this.releases = 0;
    }

    /** Whether that release has come. */
    public boolean wasReleased() {
        return releases >= chosen;
    }

    /** How often it was released. */
    int releases() {
        return releases;
    }

    @Override
    public void unlock() {
        boolean last = getHoldCount() == 1;
        boolean now = last && ++releases == chosen;
        super.unlock();
        if (now) {
            then.run();
        }
    }

    /** Does not wait: for the answer, the time is over at once. */
    @Override
    public boolean tryLock(long time, TimeUnit unit) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        return tryLock();
    }
}
