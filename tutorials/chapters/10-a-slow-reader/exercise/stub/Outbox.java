import java.io.OutputStream;

/** The lines that wait to be written to one client. A thread of its own writes them; no other thread ever waits for the client. */
public final class Outbox implements Runnable {
    private final OutputStream out;
    private final int mostBytes;

    /** An outbox in which at most so many bytes wait. */
    public Outbox(OutputStream out, int mostBytes) {
        this.out = out;
        this.mostBytes = mostBytes;
    }

    /** Puts a line in. False, and nothing is put, when it does not fit or the outbox is closed. Never waits. */
    public boolean put(String line) {
        return false; // TODO
    }

    /** Writes what waits, until the outbox is closed and empty. */
    @Override
    public void run() {
        // TODO
    }

    /** Nothing can be put in any more. What waits is still written. */
    public void close() {
        // TODO
    }
}
