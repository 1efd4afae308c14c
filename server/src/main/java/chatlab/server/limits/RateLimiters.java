package chatlab.server.limits;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;

/** A {@link RateLimiter} for each address. It forgets addresses that owe nothing. Not safe for use by several threads. */
public final class RateLimiters {
    private final int atOnce;
    private final long nanosEach;
    private final Map<InetAddress, RateLimiter> byAddress = new HashMap<>();

    /** Each address may use {@code atOnce} units at once, then one in each {@code nanosEach}. */
    public RateLimiters(int atOnce, long nanosEach) {
        this.atOnce = atOnce;
        this.nanosEach = nanosEach;
    }

    /** Uses one unit of this address if that is allowed now. False, and nothing is charged, if not. */
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
