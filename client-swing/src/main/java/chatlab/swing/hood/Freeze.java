package chatlab.swing.hood;

import java.util.function.LongSupplier;

/**
 * Measures what happens while the event dispatch thread does not handle events. That thread begins and ends the
 * measurement, the reader counts lines: the lock of this object guards all fields.
 */
final class Freeze {
    private final LongSupplier nanoTime;
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
