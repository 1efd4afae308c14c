import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.locks.Lock;

/** The lines that wait to be written to one client. A thread of its own writes them; no other thread ever waits for the client. */
public final class Outbox implements Runnable {
    private final OutputStream out;
    private final int mostBytes;
    private final Lock lock;
    private final List<String> waiting; // guarded by lock

    /** An outbox in which at most so many bytes wait. The list is empty. */
    public Outbox(OutputStream out, int mostBytes, Lock lock, List<String> waiting) {
        this.out = out;
        this.mostBytes = mostBytes;
        this.lock = lock;
        this.waiting = waiting;
    }

    /** Puts a line in. False, and nothing is put, when it does not fit or the outbox is closed. */
    public boolean put(String line) {
        return false; // TODO
    }

    /** What the writer's thread does: it writes what waits, until the outbox is closed and empty. */
    @Override
    public void run() {
        // TODO
    }

    /** From now on nothing can be put in. What waits is still written. */
    public void close() {
        // TODO
    }
}
