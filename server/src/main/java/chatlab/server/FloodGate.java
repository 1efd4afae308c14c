package chatlab.server;

import java.util.concurrent.TimeUnit;

/**
 * How fast somebody may talk: so many lines at once, then one after each so many milliseconds. (The arithmetic is known
 * as GCRA, ITU-T I.371.) All moments are those of {@code nanoTime}. Not safe for use by several threads.
 */
final class FloodGate {
    private final long each;
    private final long burst;
    private long paidUntil;
    private boolean warned;
    private int waitsInARow;

    /** Nothing is owed at the moment {@code now}. */
    FloodGate(int linesAtOnce, int millisEach, long now) {
        this.each = TimeUnit.MILLISECONDS.toNanos(millisEach);
        this.burst = linesAtOnce * each;
        this.paidUntil = now;
    }

    /** One client: ten lines at once, then two a second. Used by the client's own reader, which waits when this says so. */
    static FloodGate ofClient(long now) {
        return new FloodGate(10, 500, now);
    }

    /** Returns how many milliseconds to wait before {@code lines} more may be obeyed, and counts that there is a wait. */
    long askFor(int lines, long now) {
        long wait = paidUntil - now + lines * each - burst;
        if (wait > 0) {
            waitsInARow++;
        } else if (lines > 0) { // in a paste most lines need not wait
            waitsInARow = 0;
        }
        return wait > 0 ? TimeUnit.NANOSECONDS.toMillis(wait) + 1 : 0;
    }

    /** Somebody sends faster than he may, and goes on with it. */
    int waitsInARow() {
        return waitsInARow;
    }

    /** Charges so many lines, or gives back what they cost when there are fewer than none. */
    void charge(int lines, long now) {
        if (isPaid(now)) {
            paidUntil = now;
            warned = false;
        }
        paidUntil += lines * each;
    }

    /** Whether as much can be said at once as by somebody who has just come. */
    boolean isPaid(long now) {
        return paidUntil - now <= 0;
    }

    /** Whether to tell the client that it is slowed down: once until it has been quiet for a while. */
    boolean shouldWarn() {
        boolean first = !warned;
        warned = true;
        return first;
    }
}
