import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;

/** The lines that wait to be written to one client. A thread of its own writes them; no other thread ever waits for the client. */
public final class Outbox implements Runnable {
    private final PrintStream out;
    private final int mostBytes;
    private final Lock lock;
    private final Condition changed;
    private final List<String> waiting; // guarded by lock
    private int bytes; // of the lines that wait; guarded by lock
    private boolean closed; // guarded by lock

    /** An outbox in which at most so many bytes wait. The list is empty. */
    public Outbox(OutputStream out, int mostBytes, Lock lock, List<String> waiting) {
        this.out = new PrintStream(out, false, StandardCharsets.UTF_8);
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
        List<String> lines = takeAll();
        while (!lines.isEmpty()) {
            byte[] text = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
            out.write(text, 0, text.length);
            if (out.checkError()) { // a PrintStream throws no IOException, one has to ask it
                close();
                return;
            }
            lines = takeAll();
        }
    }

    /** Waits until there is something, and takes all of it: nothing, if it is closed and empty. */
    private List<String> takeAll() {
        lock.lock();
        try {
            while (waiting.isEmpty() && !closed) {
                changed.awaitUninterruptibly();
            }
            List<String> taken = List.copyOf(waiting);
            waiting.clear();
            bytes = 0;
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
