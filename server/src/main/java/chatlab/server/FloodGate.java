package chatlab.server;

import java.util.concurrent.TimeUnit;

/**
 * How fast one client may talk: ten lines at once, then two a second. Used by the client's own reader only, who waits
 * when this says so, and so slows down nobody else. (The arithmetic is known as GCRA, ITU-T I.371.) All moments are those
 * of {@code nanoTime}.
 */
final class FloodGate {
    private static final int BURST = 10;
    private static final long EACH = TimeUnit.MILLISECONDS.toNanos(500);

    private long paidUntil;
    private boolean warned;
    private int waits;

    /** Nothing is owed at the moment {@code now}. */
    FloodGate(long now) {
        this.paidUntil = now;
    }

    /** A gate for somebody else, who owes what is owed here. */
    FloodGate handedOver() {
        return new FloodGate(paidUntil);
    }

    /** Returns how many milliseconds to wait before {@code lines} more may be obeyed. */
    long askFor(int lines, long now) {
        long wait = paidUntil - now + (lines - BURST) * EACH;
        waits = wait > 0 ? waits + 1 : 0;
        return wait > 0 ? TimeUnit.NANOSECONDS.toMillis(wait) + 1 : 0;
    }

    /** How often in a row there was something to wait for: somebody sends faster than he may, and goes on with it. */
    int waits() {
        return waits;
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
