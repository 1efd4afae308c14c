import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;

/** The lines that wait to be written to one client. A thread of its own writes them; no other thread ever waits for the client. */
public final class Outbox implements Runnable {
    private final OutputStream out;
    private final int mostBytes;
    private final Lock lock;
    private final Condition changed;
    private final List<String> waiting; // guarded by lock
    private boolean closed; // guarded by lock

    /** An outbox in which at most so many bytes wait. The list is empty. */
    public Outbox(OutputStream out, int mostBytes, Lock lock, List<String> waiting) {
        this.out = out;
        this.mostBytes = mostBytes;
        this.lock = lock;
        this.waiting = waiting;
        changed = lock.newCondition();
    }

    /** Puts a line in. False, and nothing is put, when it does not fit or the outbox is closed. */
    public boolean put(String line) {
        lock.lock();
        try {
            if (closed || size(waiting) + size(List.of(line)) > mostBytes) {
                return false;
            }
            waiting.add(line);
            changed.signalAll();
            return true;
        } finally {
            lock.unlock();
        }
    }

    private static long size(List<String> lines) {
        long bytes = 0;
        for (String line : lines) {
            bytes += line.getBytes(UTF_8).length + 1;
        }
        return bytes;
    }

    /** What the writer's thread does: it writes what waits, until the outbox is closed and empty. */
    @Override
    public void run() {
        try {
            List<String> lines = next();
            while (!lines.isEmpty()) {
                String text = String.join("\n", lines) + "\n";
                out.write(text.getBytes(UTF_8)); // without the lock
                done(lines);
                lines = next();
            }
        } catch (IOException | InterruptedException e) {
            close(); // nobody gets these lines any more
        }
    }

    /** Waits until there is something, and takes a copy. The lines still count until they are written. */
    private List<String> next() throws InterruptedException {
        lock.lock();
        try {
            while (waiting.isEmpty() && !closed) {
                changed.await();
            }
            return new ArrayList<>(waiting);
        } finally {
            lock.unlock();
        }
    }

    /** Takes out what has been written. Others may have put lines in meanwhile; they stay. */
    private void done(List<String> written) {
        lock.lock();
        try {
            waiting.removeAll(written);
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
