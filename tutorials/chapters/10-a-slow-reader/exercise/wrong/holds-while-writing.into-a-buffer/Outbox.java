import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;

/** The lines that wait to be written to one client. A thread of its own writes them; no other thread ever waits for the client. */
public final class Outbox implements Runnable {
    /** What is written stays here, in memory, until it is flushed. */
    private final BufferedOutputStream out;

    private final int mostBytes;
    private final Lock lock;
    private final Condition changed;
    private final List<String> waiting; // guarded by lock
    private int bytes; // of the lines that wait; guarded by lock
    private boolean closed; // guarded by lock

    /** An outbox in which at most so many bytes wait. The list is empty. */
    public Outbox(OutputStream out, int mostBytes, Lock lock, List<String> waiting) {
        this.out = new BufferedOutputStream(out, 64 * 1024);
        this.mostBytes = mostBytes;
        this.lock = lock;
        this.changed = lock.newCondition();
        this.waiting = waiting;
    }

    /** Puts a line in. False, and nothing is put, when it does not fit or the outbox is closed. */
    public boolean put(String line) {
        int size = line.getBytes(StandardCharsets.UTF_8).length + 1;
        lock.lock();
        try {
            if (closed || size > mostBytes - bytes) {
                return false;
            }
            waiting.add(line);
            bytes += size;
            changed.signalAll();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** What the writer's thread does: it writes what waits, until the outbox is closed and empty. */
    @Override
    public void run() {
        try {
            while (fillBuffer()) {
                out.flush(); // this may take long, and is done without the lock
            }
        } catch (IOException | InterruptedException e) {
            // the client is gone
        } finally {
            close();
        }
    }

    /** Moves all lines that wait into the buffer. False, when it is over. */
    private boolean fillBuffer() throws IOException, InterruptedException {
        lock.lock();
        try {
            while (waiting.isEmpty() && !closed) {
                changed.await();
            }
            if (waiting.isEmpty()) {
                return false;
            }
            String text = String.join("\n", waiting) + "\n";
            out.write(text.getBytes(StandardCharsets.UTF_8));
            waiting.clear();
            bytes = 0;
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** From now on nothing can be put in. What waits is still written. */
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
