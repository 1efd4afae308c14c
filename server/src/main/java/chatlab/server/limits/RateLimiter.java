package chatlab.server.limits;

import java.util.concurrent.TimeUnit;

/**
 * A token bucket: it allows a burst of units, and then one unit in each so many nanoseconds. It keeps one number, the moment at
 * which all used units are paid for (the generic cell rate algorithm, ITU-T I.371). Moments are those of {@code nanoTime}. Not
 * safe for use by several threads.
 */
public final class RateLimiter {
    private final long nanosEach;
    private final long burst;
    private long paidUntil;

    /** {@code atOnce}: the burst, in units. The bucket is full at the moment {@code now}. */
    public RateLimiter(int atOnce, long nanosEach, long now) {
        this.nanosEach = nanosEach;
        this.burst = atOnce * nanosEach;
        this.paidUntil = now;
    }

    /** Milliseconds until {@code units} more may be used; 0 if they may be used now. */
    public long millisToWait(int units, long now) {
        long wait = paidUntil - now + units * nanosEach - burst;
        return wait > 0 ? TimeUnit.NANOSECONDS.toMillis(wait) + 1 : 0;
    }

    /** Uses one unit if that is allowed now. False, and nothing is charged, if not. */
    public boolean use(long now) {
        boolean free = millisToWait(1, now) == 0;
        if (free) {
            charge(1, now);
        }
        return free;
    }

    /** Charges units that were used, allowed or not. */
    void charge(int units, long now) {
        if (isPaid(now)) {
            paidUntil = now;
        }
        paidUntil += units * nanosEach;
    }

    /** Whether all is paid for: the whole burst is allowed again. */
    boolean isPaid(long now) {
        return paidUntil - now <= 0;
    }
}
