import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;

/** The lines that wait to be written to one client. A thread of its own writes them; no other thread ever waits for the client. */
public final class Outbox implements Runnable {
    private enum State {
        OPEN,
        CLOSED
    }

    private final OutputStream out;
    private final int mostBytes;
    private final Lock lock;
    private final List<String> waiting;
    private final Condition somethingToDo;
    private State state = State.OPEN;

    /** An outbox in which at most so many bytes wait. The list is empty. */
    public Outbox(OutputStream out, int mostBytes, Lock lock, List<String> waiting) {
        this.out = out;
        this.mostBytes = mostBytes;
        this.lock = lock;
        this.waiting = waiting;
        this.somethingToDo = lock.newCondition();
    }

    /** The number of bytes is never kept: it is added up whenever it is needed. */
    private static int size(String line) {
        return line.codePoints()
                        .map(c -> c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4)
                        .sum()
                + 1;
    }

    /** Puts a line in. False, and nothing is put, when it does not fit or the outbox is closed. */
    public boolean put(String line) {
        try (Held held = hold()) {
            int sum = waiting.stream().mapToInt(Outbox::size).sum();
            boolean fits = state == State.OPEN && size(line) <= mostBytes - sum;
            return fits && waiting.add(line) && held.wake();
        }
    }

    /** What the writer's thread does: it writes what waits, until the outbox is closed and empty. */
    @Override
    public void run() {
        byte[] next = take();
        while (next.length > 0) {
            try {
                out.write(next);
            } catch (IOException e) {
                close();
                return;
            }
            next = take();
        }
    }

    private byte[] take() {
        try (Held held = hold()) {
            while (waiting.isEmpty() && held.isOpen()) {
                somethingToDo.awaitUninterruptibly();
            }
            String text = waiting.stream().map(line -> line + "\n").reduce("", String::concat);
            waiting.removeAll(List.copyOf(waiting));
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }

    /** From now on nothing can be put in. What waits is still written. */
    public void close() {
        try (Held held = hold()) {
            state = State.CLOSED;
            held.wake();
        }
    }

    private Held hold() {
        lock.lock();
        return new Held();
    }

    /** The lock, for a try that gives it away at its end. */
    private final class Held implements AutoCloseable {
        boolean isOpen() {
            return state == State.OPEN;
        }

        boolean wake() {
            somethingToDo.signal();
            return true;
        }

        @Override
        public void close() {
            lock.unlock();
        }
    }
}
