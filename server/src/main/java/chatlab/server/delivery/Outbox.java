package chatlab.server.delivery;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The mail that waits to be written to one client. Any thread may put mail in and never waits for that: the outbox is
 * bounded, and {@link #put} says when it is full. Only the thread that may write to the socket takes mail out: the postman
 * on its round, or the client's {@link Writer}. So mail is written in the order in which it was put in.
 *
 * <p>Mail is arrays of one or more whole lines. All outboxes share the array of a message; no thread changes it.
 */
final class Outbox {
    static final int MAX_MESSAGES = 16 * 1024;
    static final int MAX_BYTES = 1024 * 1024;

    /** Guards all fields below. Held for a few steps only, never during a write. */
    private final ReentrantLock lock = new ReentrantLock();

    /** There is mail, or more room, or there will be no more mail. */
    private final Condition changed = lock.newCondition();

    private final Deque<byte[]> waiting = new ArrayDeque<>();
    private int waitingBytes;
    private long drainedBytes;
    private boolean closed;

    /** Threads that wait for {@link #changed}: mostly 0. Signals for which no thread waits would take a tenth of the time of delivering to 300 clients. */
    private int waitingThreads;

    /** This and {@link #finished} are written under the lock only. A postman that looks for mail reads both without the lock. */
    private volatile boolean needsVisit;

    private volatile boolean finished;

    // begin put
    /** Puts mail in. False when there is no room. After the last words it throws the mail away and returns true. */
    boolean put(byte[] mail) {
        lock.lock();
        try {
            if (finished || closed) {
                return true;
            }
            if (waiting.size() == MAX_MESSAGES || waitingBytes + mail.length > MAX_BYTES) {
                return false;
            }
            waiting.add(mail);
            waitingBytes += mail.length;
            if (!needsVisit) {
                needsVisit = true;
                signal();
            }
            return true;
        } finally {
            lock.unlock();
        }
    }
    // end put

    /** Puts {@code lastWords} behind the mail that waits. From then on the outbox takes no mail. */
    void finish(byte[] lastWords) {
        lock.lock();
        try {
            if (!finished && !closed) {
                waiting.add(lastWords);
                waitingBytes += lastWords.length;
                needsVisit = true;
                finished = true; // after needsVisit: otherwise isDone() would be true too early
                signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Like {@link #finish}, but instead of the mail that waits: the client did not read it. */
    void finishAtOnce(byte[] lastWords) {
        lock.lock();
        try {
            if (!finished) {
                waiting.clear();
                waitingBytes = 0;
            }
            finish(lastWords);
        } finally {
            lock.unlock();
        }
    }

    /** Moves as many whole arrays into {@code buffer} as fit there, and returns how many bytes these are. */
    int drainTo(byte[] buffer) {
        lock.lock();
        try {
            int length = 0;
            while (!waiting.isEmpty() && length + waiting.peek().length <= buffer.length) {
                byte[] mail = waiting.poll();
                System.arraycopy(mail, 0, buffer, length, mail.length);
                length += mail.length;
            }
            waitingBytes -= length;
            drainedBytes += length;
            needsVisit = !waiting.isEmpty();
            signal();
            return length;
        } finally {
            lock.unlock();
        }
    }

    /** Whether there is mail to drain. */
    boolean needsVisit() {
        return needsVisit;
    }

    /** Whether the last words have been drained. */
    boolean isDone() {
        return finished && !needsVisit;
    }

    /** Throws all mail away, takes no more, and ends every wait. */
    void close() {
        lock.lock();
        try {
            closed = true;
            waiting.clear();
            waitingBytes = 0;
            needsVisit = false;
            signal();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for mail. False when the outbox is closed. For a writer that serves this client only. */
    boolean awaitMail() throws InterruptedException {
        lock.lockInterruptibly();
        waitingThreads++;
        try {
            while (!needsVisit && !closed) {
                changed.await();
            }
            return !closed;
        } finally {
            waitingThreads--;
            lock.unlock();
        }
    }

    /** Waits until half of the outbox is empty, or it takes no more mail. False when that takes too long. */
    boolean awaitRoom(long milliseconds) throws InterruptedException {
        lock.lockInterruptibly();
        waitingThreads++;
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(milliseconds);
            while (isHalfFull() && !finished && !closed) {
                if (left <= 0) {
                    return false;
                }
                left = changed.awaitNanos(left);
            }
            return true;
        } finally {
            waitingThreads--;
            lock.unlock();
        }
    }

    /** @param turns of the client's reader, to be told together */
    MailFigures figures(int turns) {
        lock.lock();
        try {
            int percent = Math.max(100 * waiting.size() / MAX_MESSAGES, (int) (100L * waitingBytes / MAX_BYTES));
            return new MailFigures(turns, waitingBytes, percent, drainedBytes);
        } finally {
            lock.unlock();
        }
    }

    private void signal() {
        if (waitingThreads > 0) {
            changed.signalAll();
        }
    }

    /** Whether more than half of what fits is waiting. */
    boolean isHalfFull() {
        lock.lock();
        try {
            return waiting.size() > MAX_MESSAGES / 2 || waitingBytes > MAX_BYTES / 2;
        } finally {
            lock.unlock();
        }
    }
}
