package chatlab.server.limits;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;

/** A {@link RateLimiter} for each address that owes something, and for some that did. Not safe for use by several threads. */
public final class RateLimiters {
    private final int atOnce;
    private final long nanosEach;
    private final Map<InetAddress, RateLimiter> byAddress = new HashMap<>();

    /** Each address may use {@code atOnce} units at once, then one after each {@code nanosEach}. */
    public RateLimiters(int atOnce, long nanosEach) {
        this.atOnce = atOnce;
        this.nanosEach = nanosEach;
    }

    /** Charges one unit to this address, or says false and charges nothing where it would have to wait. */
    public boolean use(InetAddress address, long now) {
        RateLimiter limiter = byAddress.get(address);
        if (limiter == null) {
            byAddress.values().removeIf(other -> other.isPaid(now));
            limiter = new RateLimiter(atOnce, nanosEach, now);
            byAddress.put(address, limiter);
        }
        return limiter.use(now);
    }
}
