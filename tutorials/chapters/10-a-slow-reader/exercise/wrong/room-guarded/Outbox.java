import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;

/** The lines that wait to be written to one client. A thread of its own writes them; no other thread ever waits for the client. */
public final class Outbox implements Runnable {
    private final OutputStream out;
    private final int mostBytes;
    private final Lock lock;
    private final Condition changed;
    private final List<String> waiting; // guarded by lock
    private final AtomicLong bytes = new AtomicLong(); // atomic, so it needs no lock
    private boolean closed; // guarded by lock

    /** An outbox in which at most so many bytes wait. The list is empty. */
    public Outbox(OutputStream out, int mostBytes, Lock lock, List<String> waiting) {
        this.out = out;
        this.mostBytes = mostBytes;
        this.lock = lock;
        this.changed = lock.newCondition();
        this.waiting = waiting;
    }

    /** Puts a line in. False, and nothing is put, when it does not fit or the outbox is closed. */
    public boolean put(String line) {
        int size = line.getBytes(StandardCharsets.UTF_8).length + 1;
        // First take the room, and then look whether it was there: in one step, so two threads never get the same room.
        if (bytes.addAndGet(size) > mostBytes) {
            bytes.addAndGet(-size);
            return false;
        }
        lock.lock();
        try {
            if (closed) {
                bytes.addAndGet(-size);
                return false;
            }
            waiting.add(line);
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
            byte[] text = takeAll();
            while (text.length > 0) {
                out.write(text);
                text = takeAll();
            }
        } catch (IOException | InterruptedException e) {
            close(); // nobody reads this any more
        }
    }

    /** Waits until there is something, and takes all of it: nothing, if it is closed and empty. */
    private byte[] takeAll() throws InterruptedException {
        lock.lock();
        try {
            while (waiting.isEmpty() && !closed) {
                changed.await();
            }
            StringBuilder text = new StringBuilder();
            for (String line : waiting) {
                text.append(line).append('\n');
            }
            waiting.clear();
            byte[] taken = text.toString().getBytes(StandardCharsets.UTF_8);
            bytes.addAndGet(-taken.length);
            return taken;
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
