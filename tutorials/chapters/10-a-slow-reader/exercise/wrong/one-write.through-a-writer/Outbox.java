import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;

/** The lines that wait to be written to one client. A thread of its own writes them; no other thread ever waits for the client. */
public final class Outbox implements Runnable {
    private final Writer sender;
    private final int mostBytes;
    private final Lock lock;
    private final List<String> waiting; // guarded by lock
    private final Condition changed;
    private int used; // bytes that wait; guarded by lock
    private boolean closed; // guarded by lock

    /** An outbox in which at most so many bytes wait. The list is empty. */
    public Outbox(OutputStream out, int mostBytes, Lock lock, List<String> waiting) {
        this.sender = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        this.mostBytes = mostBytes;
        this.lock = lock;
        this.waiting = waiting;
        this.changed = lock.newCondition();
    }

    private static int size(String line) {
        return line.getBytes(StandardCharsets.UTF_8).length + 1;
    }

    /** Puts a line in. False, and nothing is put, when it does not fit or the outbox is closed. */
    public boolean put(String line) {
        int size = size(line);
        lock.lock();
        try {
            if (closed || size > mostBytes - used) {
                return false;
            }
            waiting.add(line);
            used += size;
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
            for (List<String> lines = takeAll(); !lines.isEmpty(); lines = takeAll()) {
                String text = String.join("\n", lines) + "\n";
                sender.write(text);
                sender.flush();
            }
        } catch (IOException e) {
            close();
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
        }
    }

    private List<String> takeAll() throws InterruptedException {
        lock.lock();
        try {
            while (waiting.isEmpty() && !closed) {
                changed.await();
            }
            List<String> taken = new ArrayList<>(waiting);
            waiting.clear();
            used = 0;
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
