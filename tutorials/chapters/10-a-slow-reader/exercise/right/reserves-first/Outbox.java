import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;

/** The lines that wait to be written to one client. A thread of its own writes them; no other thread ever waits for the client. */
public final class Outbox implements Runnable {
    private final OutputStream out;
    private final Lock lock;
    private final List<String> waiting;
    private final AtomicInteger room;
    private final Semaphore changes = new Semaphore(0);
    private boolean closed; // guarded by lock

    /** An outbox in which at most so many bytes wait. The list is empty. */
    public Outbox(OutputStream out, int mostBytes, Lock lock, List<String> waiting) {
        this.out = out;
        this.lock = lock;
        this.waiting = waiting;
        this.room = new AtomicInteger(mostBytes);
    }

    /** Puts a line in. False, and nothing is put, when it does not fit or the outbox is closed. */
    public boolean put(String line) {
        int size = (line + "\n").getBytes(UTF_8).length;
        lock.lock();
        try {
            if (closed || room.getAndUpdate(free -> free < size ? free : free - size) < size) {
                return false;
            }
            waiting.add(line);
        } finally {
            lock.unlock();
        }
        changes.release();
        return true;
    }

    /** What the writer's thread does: it writes what waits, until the outbox is closed and empty. */
    @Override
    public void run() {
        try {
            boolean ended = false;
            while (!ended) {
                changes.acquire();
                changes.drainPermits();
                List<String> lines = new ArrayList<>();
                lock.lock();
                try {
                    lines.addAll(waiting);
                    waiting.clear();
                    ended = closed;
                } finally {
                    lock.unlock();
                }
                write(lines);
            }
        } catch (IOException | InterruptedException e) {
            close();
        }
    }

    private void write(List<String> lines) throws IOException {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line).append('\n'));
        byte[] bytes = text.toString().getBytes(UTF_8);
        if (bytes.length > 0) {
            out.write(bytes, 0, bytes.length);
            out.flush();
            room.addAndGet(bytes.length);
        }
    }

    /** From now on nothing can be put in. What waits is still written. */
    public void close() {
        lock.lock();
        closed = true;
        lock.unlock();
        changes.release();
    }
}
