import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.function.BooleanSupplier;

/** The lines that wait to be written to one client. A thread of its own writes them; no other thread ever waits for the client. */
public final class Outbox implements Runnable {
    private enum State {
        OPEN,
        CLOSED,
        BROKEN
    }

    private final OutputStream out;
    private final int mostBytes;
    private final Lock lock;
    private final List<String> waiting; // guarded by lock
    private Condition changed; // made by the first thread that needs it; guarded by lock
    private State state = State.OPEN; // guarded by lock

    /** An outbox in which at most so many bytes wait. The list is empty. */
    public Outbox(OutputStream out, int mostBytes, Lock lock, List<String> waiting) {
        this.out = out;
        this.mostBytes = mostBytes;
        this.lock = lock;
        this.waiting = waiting;
    }

    /** Nothing is counted beside the list: the bytes are added up each time. */
    private long bytes() {
        return waiting.stream().mapToLong(Outbox::bytes).sum();
    }

    private static long bytes(String line) {
        return line.codePoints()
                        .map(c -> c < 0x80 ? 1 : c < 0x800 ? 2 : c >= 0xd800 && c < 0xe000 ? 1 : c < 0x10000 ? 3 : 4)
                        .asLongStream()
                        .sum()
                + 1;
    }

    /** Puts a line in. False, and nothing is put, when it does not fit or the outbox is closed. */
    public boolean put(String line) {
        return locked(() -> {
            if (state != State.OPEN || bytes() + bytes(line) > mostBytes) {
                return false;
            }
            boolean wasEmpty = waiting.isEmpty();
            waiting.add(waiting.size(), line);
            if (wasEmpty) {
                changed().signal(); // otherwise another thread has woken it before
            }
            return true;
        });
    }

    /** What the writer's thread does: it writes what waits, until the outbox is closed and empty. */
    @Override
    public void run() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            while (locked(() -> moveTo(bytes))) {
                bytes.writeTo(out);
                out.flush();
                bytes.reset();
            }
        } catch (IOException e) {
            locked(() -> {
                state = State.BROKEN;
                return true;
            });
        }
    }

    /** The caller holds the lock. False if there will be nothing more. */
    private boolean moveTo(ByteArrayOutputStream bytes) {
        for (; waiting.isEmpty(); changed().awaitUninterruptibly()) {
            if (state != State.OPEN) {
                return false;
            }
        }
        for (Iterator<String> lines = waiting.iterator(); lines.hasNext(); lines.remove()) {
            bytes.writeBytes(lines.next().getBytes(StandardCharsets.UTF_8));
            bytes.write('\n');
        }
        return true;
    }

    /** From now on nothing can be put in. What waits is still written. */
    public void close() {
        locked(() -> {
            boolean wasOpen = state == State.OPEN;
            if (wasOpen) {
                state = State.CLOSED;
                changed().signalAll();
            }
            return wasOpen;
        });
    }

    private Condition changed() {
        if (changed == null) {
            changed = lock.newCondition();
        }
        return changed;
    }

    /** Does something while it holds the lock. It asks for the lock again and again, as often as it takes. */
    private boolean locked(BooleanSupplier work) {
        boolean interrupted = false;
        boolean mine = false;
        while (!mine) {
            try {
                mine = lock.tryLock(1, TimeUnit.HOURS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        try {
            return work.getAsBoolean();
        } finally {
            lock.unlock();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
