package chatlab.tutorials.grading;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Makes a race happen instead of hoping for it: whoever comes in first is held until a second thread comes in, too. Where a
 * lock keeps the second one out, the first goes on after 200 ms, and nobody has met. So a wrong answer is caught each time,
 * and a right one never accused.
 */
public final class Meeting {
    private static final long PATIENCE_MS = 200;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition firstIsHere = lock.newCondition();
    private final Condition secondIsHere = lock.newCondition();
    private Thread first;
    private boolean met;
    private boolean over;

    /** Holds the first thread that comes here. Later ones, and all after the meeting or its end, pass at once. */
    public void pass() {
        lock.lock();
        try {
            if (over) {
                return;
            }
            if (first == null) {
                first = Thread.currentThread();
                firstIsHere.signalAll();
                waitForSecond();
            } else if (first != Thread.currentThread()) {
                met = true;
                over = true;
                secondIsHere.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    private void waitForSecond() {
        long left = TimeUnit.MILLISECONDS.toNanos(PATIENCE_MS);
        try {
            while (!met && left > 0) {
                left = secondIsHere.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        over = true;
    }

    /** Waits until a thread is held here: now the second one may be sent in. False if none comes within three seconds. */
    public boolean awaitFirst() throws InterruptedException {
        long left = TimeUnit.SECONDS.toNanos(3);
        lock.lock();
        try {
            while (first == null && left > 0) {
                left = firstIsHere.awaitNanos(left);
            }
            return first != null;
        } finally {
            lock.unlock();
        }
    }

    /** Whether two threads were here at the same time. */
    public boolean met() {
        lock.lock();
        try {
            return met;
        } finally {
            lock.unlock();
        }
    }
}
