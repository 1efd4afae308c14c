package chatlab.server.delivery;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What waits to be written to one client. Who owns it: nobody. Anybody may put something in, and nobody ever waits to do
 * so: it is bounded in arrays and in bytes, and {@link #put} says so when it is full. Only whoever may write to the socket
 * takes out, the postman on his round or the client's {@link Writer}, so what was put in first is written first.
 *
 * <p>The arrays are whole lines, one or more. They are shared by all outboxes that a message went to; nobody changes them.
 */
final class Outbox {
    static final int MAX_MESSAGES = 16 * 1024;
    static final int MAX_BYTES = 1024 * 1024;

    /** Guards all fields below. Held for a few steps only, never while something is written. */
    private final ReentrantLock lock = new ReentrantLock();

    private final Condition changed = lock.newCondition();
    private final Deque<byte[]> waiting = new ArrayDeque<>();
    private int waitingBytes;
    private boolean closed;

    /** Threads that wait for a change: mostly none, and then a signal would cost more than all else that is done here. */
    private int waiters;

    /** These two are written under the lock only; a postman who looks for work reads them without it. */
    private volatile boolean needsVisit;

    private volatile boolean finished;

    /** Puts a line in. False, and nothing is put, when there is no room; true also when the outbox is finished. */
    boolean put(byte[] line) {
        lock.lock();
        try {
            if (finished || closed) {
                return true; // last words were said
            }
            if (waiting.size() == MAX_MESSAGES || waitingBytes + line.length > MAX_BYTES) {
                return false;
            }
            add(line);
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** After what waits comes {@code lastWords}, and then nothing any more. */
    void finish(byte[] lastWords) {
        lock.lock();
        try {
            if (!finished && !closed) {
                finished = true;
                add(lastWords);
                signalIfSomebodyWaits();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Like {@link #finish}, but what waits is thrown away: its reader did not want it. */
    void finishAtOnce(byte[] lastWords) {
        lock.lock();
        try {
            if (!finished) {
                waiting.clear();
                waitingBytes = 0;
            }
        } finally {
            lock.unlock();
        }
        finish(lastWords);
    }

    /** Moves as many whole lines into {@code buffer} as fit there, and returns how many bytes these are. */
    int drainTo(byte[] buffer) {
        lock.lock();
        try {
            int length = 0;
            while (!waiting.isEmpty() && length + waiting.peek().length <= buffer.length) {
                byte[] line = waiting.poll();
                System.arraycopy(line, 0, buffer, length, line.length);
                length += line.length;
            }
            waitingBytes -= length;
            needsVisit = !waiting.isEmpty();
            signalIfSomebodyWaits();
            return length;
        } finally {
            lock.unlock();
        }
    }

    /** Whether somebody should come and drain: there is something, or there will never be anything any more. */
    boolean needsVisit() {
        return needsVisit;
    }

    /** Whether the last words have been taken out. */
    boolean isDone() {
        if (!finished) {
            return false;
        }
        lock.lock();
        try {
            return finished && waiting.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** Throws everything away, takes nothing any more, and ends every wait. */
    void close() {
        lock.lock();
        try {
            closed = true;
            waiting.clear();
            waitingBytes = 0;
            needsVisit = false;
            signalIfSomebodyWaits();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for mail; false when there will be none. For a writer who has only this outbox to care for. */
    boolean awaitMail() throws InterruptedException {
        lock.lockInterruptibly();
        waiters++;
        try {
            while (!needsVisit && !closed) {
                changed.await();
            }
            return !closed;
        } finally {
            waiters--;
            lock.unlock();
        }
    }

    /** Waits until half of the outbox is empty, or the last words are said, or it is closed. False when that takes too long. */
    boolean awaitRoom(long milliseconds) throws InterruptedException {
        lock.lockInterruptibly();
        waiters++;
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(milliseconds);
            while (!closed && !finished && isHalfFullNow()) {
                if (left <= 0) {
                    return false;
                }
                left = changed.awaitNanos(left);
            }
            return true;
        } finally {
            waiters--;
            lock.unlock();
        }
    }

    /** Whether more than half of what fits is waiting. */
    boolean isHalfFull() {
        lock.lock();
        try {
            return isHalfFullNow();
        } finally {
            lock.unlock();
        }
    }

    private boolean isHalfFullNow() {
        return waiting.size() > MAX_MESSAGES / 2 || waitingBytes > MAX_BYTES / 2;
    }

    private void signalIfSomebodyWaits() {
        if (waiters > 0) {
            changed.signalAll();
        }
    }

    private void add(byte[] line) {
        waiting.add(line);
        waitingBytes += line.length;
        if (!needsVisit) {
            needsVisit = true;
            signalIfSomebodyWaits();
        }
    }
}
