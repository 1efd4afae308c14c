package chatlab.server.limits;

import java.util.concurrent.TimeUnit;

/**
 * A token bucket: so many units at once, then one after each so many nanoseconds. It keeps one number, the moment at
 * which all that was used is paid for (the generic cell rate algorithm, ITU-T I.371). All moments are those of
 * {@code nanoTime}. Not safe for use by several threads.
 */
public final class RateLimiter {
    private final long nanosEach;
    private final long burst;
    private long paidUntil;

    /** Nothing is owed at the moment {@code now}. */
    public RateLimiter(int atOnce, long nanosEach, long now) {
        this.nanosEach = nanosEach;
        this.burst = atOnce * nanosEach;
        this.paidUntil = now;
    }

    /** How many milliseconds to wait before {@code units} more may be used; 0 when they may be used now. */
    public long millisToWait(int units, long now) {
        long wait = paidUntil - now + units * nanosEach - burst;
        return wait > 0 ? TimeUnit.NANOSECONDS.toMillis(wait) + 1 : 0;
    }

    /** Charges one unit, or says false and charges nothing where it would have to wait. */
    public boolean use(long now) {
        boolean free = millisToWait(1, now) == 0;
        if (free) {
            charge(1, now);
        }
        return free;
    }

    /** Charges so many units, whether there is room for them or not. */
    void charge(int units, long now) {
        if (isPaid(now)) {
            paidUntil = now;
        }
        paidUntil += units * nanosEach;
    }

    /** Whether nothing is owed: as much can be used at once as at the beginning. */
    boolean isPaid(long now) {
        return paidUntil - now <= 0;
    }
}
