package chatlab.swing.hood;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Holds the event dispatch thread up, and measures what happens meanwhile. That thread runs this, and the reader counts
 * lines: the lock of this object guards all fields that change.
 */
final class Freeze {
    static final int SECONDS = 3;

    /** Waits for the end of a freeze. */
    interface Sleep {
        void sleep() throws InterruptedException;
    }

    private final LongSupplier nanoTime;
    private final Sleep sleep;
    private boolean frozen;
    private long start;
    private long firstArrival;
    private int lines;

    /**
     * @param nanos the length of the freeze
     * @param lines the lines that arrived meanwhile and waited for the event dispatch thread
     * @param longestWait the longest wait of such a line, in nanoseconds
     */
    record Result(long nanos, int lines, long longestWait) {}

    Freeze() {
        this(System::nanoTime, () -> TimeUnit.SECONDS.sleep(SECONDS));
    }

    Freeze(LongSupplier nanoTime, Sleep sleep) {
        this.nanoTime = nanoTime;
        this.sleep = sleep;
    }

    /** Holds the calling thread up. */
    Result run() {
        begin();
        try {
            sleep.sleep(); // the mistake, on purpose
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return end();
    }

    /** How many lines have arrived in the freeze until now. */
    synchronized int lines() {
        return lines;
    }

    private synchronized void begin() {
        frozen = true;
        lines = 0;
        start = nanoTime.getAsLong();
    }

    synchronized void arrived() {
        if (frozen && lines++ == 0) {
            firstArrival = nanoTime.getAsLong();
        }
    }

    private synchronized Result end() {
        frozen = false;
        long now = nanoTime.getAsLong();
        return new Result(now - start, lines, lines == 0 ? 0 : now - firstArrival);
    }
}
