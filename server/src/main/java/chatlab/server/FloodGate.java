package chatlab.server;

import java.util.concurrent.TimeUnit;

/**
 * How fast one client may talk: ten lines at once, then two a second. Used by the client's own reader only, who waits
 * when this says so, and so slows down nobody else. (The arithmetic is known as GCRA, ITU-T I.371.)
 */
final class FloodGate {
    private static final int BURST = 10;
    private static final long EACH = TimeUnit.MILLISECONDS.toNanos(500);

    private long paidUntil;
    private boolean warned;

    /** Charges {@code lines} at the moment {@code now}, both of {@code nanoTime}; returns how many milliseconds to wait. */
    long charge(int lines, long now) {
        if (paidUntil - now <= 0) {
            paidUntil = now;
            warned = false;
        }
        paidUntil += lines * EACH;
        long wait = paidUntil - now - BURST * EACH;
        return wait <= 0 ? 0 : TimeUnit.NANOSECONDS.toMillis(wait) + 1;
    }

    /** Whether to tell the client that it is slowed down: once until it has been quiet for a while. */
    boolean shouldWarn() {
        boolean first = !warned;
        warned = true;
        return first;
    }
}
