import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.stream.Collectors;

/** The lines that wait to be written to one client. A thread of its own writes them; no other thread ever waits for the client. */
@SuppressWarnings("try") // the holds have names that are not used
public final class Outbox implements Runnable {
    /** What goes out next. The lines stay in the list until they are written. */
    private record Batch(int lines, byte[] bytes) {}

    private final OutputStream out;
    private final Lock lock;
    private final List<String> waiting; // guarded by lock
    private final Condition somethingToWrite;
    private final Condition closing;
    private final AtomicBoolean open = new AtomicBoolean(true); // set under the lock
    private int room; // guarded by lock

    /** An outbox in which at most so many bytes wait. The list is empty. */
    public Outbox(OutputStream out, int mostBytes, Lock lock, List<String> waiting) {
        this.out = out;
        this.room = mostBytes;
        this.lock = lock;
        this.waiting = waiting;
        this.somethingToWrite = lock.newCondition();
        this.closing = lock.newCondition(); // no thread waits for it yet
    }

    /** A hold of the lock, for try (...). The lock may be held already. */
    private final class Hold implements AutoCloseable {
        Hold() {
            lock.lock();
        }

        @Override
        public void close() {
            lock.unlock();
        }
    }

    /** Puts a line in. False, and nothing is put, when it does not fit or the outbox is closed. */
    public boolean put(String line) {
        if (!open.get()) {
            return false; // for good, so no lock is needed
        }
        ByteBuffer encoded = UTF_8.encode(CharBuffer.wrap(line));
        try (Hold hold = new Hold()) {
            return open.get() && reserve(encoded.remaining() + 1) && waiting.add(line);
        }
    }

    /** Takes so many bytes of room, if they are there, and wakes the writer, which cannot go on before put is done. */
    private boolean reserve(int bytes) {
        try (Hold again = new Hold()) {
            if (bytes > room) {
                return false;
            }
            room -= bytes;
            somethingToWrite.signalAll();
            return true;
        }
    }

    /** What the writer's thread does: it writes what waits, until the outbox is closed and empty. */
    @Override
    public void run() {
        Batch batch = await();
        try {
            while (batch.lines() > 0) {
                out.write(batch.bytes());
                forget(batch);
                batch = await();
            }
        } catch (IOException e) {
            close();
        }
    }

    private Batch await() {
        try (Hold hold = new Hold()) {
            while (open.get() && waiting.isEmpty()) {
                somethingToWrite.await();
            }
            String text = waiting.stream().map(line -> line.concat("\n")).collect(Collectors.joining());
            return new Batch(waiting.size(), text.getBytes(UTF_8));
        } catch (InterruptedException e) {
            close();
            return new Batch(0, new byte[0]);
        }
    }

    private void forget(Batch written) {
        try (Hold hold = new Hold()) {
            waiting.subList(0, written.lines()).clear(); // what was put meanwhile stands behind them
            room += written.bytes().length;
        }
    }

    /** From now on nothing can be put in. What waits is still written. */
    public void close() {
        try (Hold hold = new Hold()) {
            open.set(false);
            closing.signalAll();
            somethingToWrite.signalAll();
        }
    }
}
