import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;

/** The lines that wait to be written to one client. A thread of its own writes them; no other thread ever waits for the client. */
public final class Outbox implements Runnable {
    private final OutputStream out;
    private final int mostBytes;
    private final Lock lock;
    private final List<String> waiting; // guarded by lock
    private final Condition changed;
    private int bytes; // of what waits; guarded by lock
    private boolean closed; // guarded by lock
    private boolean over; // closed, and all is taken; only run uses it

    /** An outbox in which at most so many bytes wait. The list is empty. */
    public Outbox(OutputStream out, int mostBytes, Lock lock, List<String> waiting) {
        this.out = out;
        this.mostBytes = mostBytes;
        this.lock = lock;
        this.waiting = waiting;
        this.changed = lock.newCondition();
    }

    /** Puts a line in. False, and nothing is put, when it does not fit or the outbox is closed. */
    public boolean put(String line) {
        int size = size(line);
        lock.lock();
        try {
            if (closed || bytes + size > mostBytes) {
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
            while (!over) {
                String text = takeAll();
                if (!text.isEmpty()) {
                    out.write((text + "\n").getBytes(UTF_8));
                }
            }
        } catch (IOException | InterruptedException e) {
            close();
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

    /** Waits until there is something or the outbox is closed, and takes all that waits, as one text. */
    private String takeAll() throws InterruptedException {
        lock.lock();
        try {
            while (waiting.isEmpty() && !closed) {
                changed.await();
            }
            String text = String.join("\n", waiting);
            waiting.clear();
            bytes = 0;
            over = closed; // nothing comes any more
            return text;
        } finally {
            lock.unlock();
        }
    }

    private static int size(String line) {
        return line.getBytes(UTF_8).length + 1;
    }
}
