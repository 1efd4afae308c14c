package chatlab.swing.hood;

import java.util.function.LongSupplier;

/**
 * What happened while the event dispatch thread was away. That thread begins and ends it, the reader counts: this lock
 * guards all fields.
 */
final class Freeze {
    private final LongSupplier nanoTime;
    private boolean frozen;
    private long start;
    private long firstArrival;
    private int lines;

    /**
     * @param nanos how long the event dispatch thread was away
     * @param lines that arrived meanwhile and waited for it
     * @param longestWait of such a line, in nanoseconds
     */
    record Result(long nanos, int lines, long longestWait) {}

    Freeze(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    synchronized void begin() {
        frozen = true;
        lines = 0;
        start = nanoTime.getAsLong();
    }

    synchronized void arrived() {
        if (frozen && lines++ == 0) {
            firstArrival = nanoTime.getAsLong();
        }
    }

    synchronized Result end() {
        frozen = false;
        long now = nanoTime.getAsLong();
        return new Result(now - start, lines, lines == 0 ? 0 : now - firstArrival);
    }
}
