package chatlab.server;

import java.util.concurrent.TimeUnit;

/**
 * How fast one client may talk: ten lines at once, then two a second. Used by the client's own reader, who waits when
 * this says so, and so slows down nobody else; when that has ended, by {@link Admission}. (The arithmetic is known as
 * GCRA, ITU-T I.371.) All moments are those of {@code nanoTime}.
 */
final class FloodGate {
    private static final int BURST = 10;
    private static final long EACH = TimeUnit.MILLISECONDS.toNanos(500);

    private long paidUntil;
    private boolean warned;
    private int waitsInARow;

    /** What is owed will be paid at that moment; nothing is, if that is now. */
    FloodGate(long paidUntil) {
        this.paidUntil = paidUntil;
    }

    /** A gate for somebody else, who owes what is owed here. */
    FloodGate handedOver() {
        return new FloodGate(paidUntil);
    }

    /** Returns how many milliseconds to wait before {@code lines} more may be obeyed, and counts that there is a wait. */
    long askFor(int lines, long now) {
        long wait = paidUntil - now + (lines - BURST) * EACH;
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

    /** Charges so many lines, which were obeyed. */
    void charge(int lines, long now) {
        if (isPaid(now)) {
            paidUntil = now;
            warned = false;
        }
        paidUntil += lines * EACH;
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
