import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;

/** The lines that wait to be written to one client. A thread of its own writes them; no other thread ever waits for the client. */
public final class Outbox implements Runnable {
    private final OutputStream out;
    private final Shared shared;

    /** An outbox in which at most so many bytes wait. The list is empty. */
    public Outbox(OutputStream out, int mostBytes, Lock lock, List<String> waiting) {
        this.out = new BufferedOutputStream(out, Math.max(1, 2 * mostBytes));
        this.shared = new Shared(lock, waiting, lock.newCondition());
        this.shared.free = mostBytes;
    }

    /** What threads share: only methods that hold the lock use it. */
    private static final class Shared {
        final Lock lock;
        final List<String> waiting;
        final Condition changed;
        int free;
        boolean over;

        Shared(Lock lock, List<String> waiting, Condition changed) {
            this.lock = lock;
            this.waiting = waiting;
            this.changed = changed;
        }

        <T> T locked(java.util.function.Supplier<T> action) {
            lock.lock();
            try {
                return action.get();
            } finally {
                lock.unlock();
            }
        }
    }

    /** Puts a line in. False, and nothing is put, when it does not fit or the outbox is closed. */
    public boolean put(String line) {
        return shared.locked(() -> {
            int left = shared.free - (line + '\n').getBytes(StandardCharsets.UTF_8).length;
            if (shared.over || left < 0) {
                return false;
            }
            shared.free = left;
            shared.changed.signalAll();
            return shared.waiting.add(line);
        });
    }

    /** What the writer's thread does: it writes what waits, until the outbox is closed and empty. */
    @Override
    public void run() {
        Optional<StringBuilder> text = shared.locked(this::next);
        if (text.isPresent()) {
            try {
                byte[] bytes = text.get().toString().getBytes(StandardCharsets.UTF_8);
                for (int i = 0; i < bytes.length; i += 100) {
                    out.write(bytes, i, Math.min(100, bytes.length - i));
                }
                out.flush(); // this is the one write
                run();
            } catch (IOException e) {
                close();
            }
        }
    }

    private Optional<StringBuilder> next() {
        while (!shared.over && shared.waiting.isEmpty()) {
            shared.changed.awaitUninterruptibly();
        }
        StringBuilder text = new StringBuilder();
        for (Iterator<String> lines = shared.waiting.iterator(); lines.hasNext(); lines.remove()) {
            String line = lines.next() + '\n';
            shared.free += line.getBytes(StandardCharsets.UTF_8).length;
            text.append(line);
        }
        return text.length() == 0 ? Optional.empty() : Optional.of(text);
    }

    /** From now on nothing can be put in. What waits is still written. */
    public void close() {
        shared.locked(() -> {
            shared.changed.signal();
            return shared.over = true;
        });
    }
}
