import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** The lines that wait to be written to one client. A thread of its own writes them; no other thread ever waits for the client. */
public final class Outbox implements Runnable {
    private final Lock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final OutputStream out;
    private final int mostBytes;
    private ByteArrayOutputStream waiting = new ByteArrayOutputStream();
    private boolean closed;

    /** An outbox in which at most so many bytes wait. */
    public Outbox(OutputStream out, int mostBytes) {
        this.out = out;
        this.mostBytes = mostBytes;
    }

    /** Puts a line in. False, and nothing is put, when it does not fit or the outbox is closed. Never waits. */
    public boolean put(String line) {
        byte[] bytes = (line + '\n').getBytes(UTF_8);
        lock.lock();
        try {
            boolean fits = !closed && bytes.length <= mostBytes - waiting.size();
            if (fits) {
                waiting.writeBytes(bytes);
                changed.signal();
            }
            return fits;
        } finally {
            lock.unlock();
        }
    }

    /** Writes what waits, until the outbox is closed and empty. */
    @Override
    public void run() {
        try {
            ByteArrayOutputStream taken = take();
            while (taken.size() > 0) {
                taken.writeTo(out);
                taken = take();
            }
        } catch (IOException e) {
            close();
        }
    }

    private ByteArrayOutputStream take() {
        lock.lock();
        try {
            while (waiting.size() == 0 && !closed) {
                changed.awaitUninterruptibly();
            }
            ByteArrayOutputStream taken = waiting;
            waiting = new ByteArrayOutputStream();
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /** Nothing can be put in any more. What waits is still written. */
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }
}
