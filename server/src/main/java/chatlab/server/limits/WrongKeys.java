package chatlab.server.limits;

import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Makes a connection wait before its key is checked. Each wrong key from an address doubles the wait of the connections from
 * there. The wait begins when the connection was opened, or gave its last wrong key. So new connections do not help a client that
 * guesses, and an older connection does not wait for the guesses of its neighbour. Loopback is not exempt. Moments are those of
 * {@code nanoTime}. Safe for use by several threads.
 */
public final class WrongKeys {
    /** One second, doubled six times, is about a minute. */
    private static final int DOUBLINGS = 6;

    /** Ten minutes without a wrong key. */
    private static final long FORGOTTEN_AFTER = TimeUnit.MINUTES.toNanos(10);

    private static final int MAX_ADDRESSES = 1000;

    private final long first;

    /** Guarded by {@code this}; the address with the latest wrong key comes last. */
    private final Map<InetAddress, Wrong> byAddress = new LinkedHashMap<>();

    private record Wrong(int times, long last) {}

    /** {@code firstMillis}: the wait after the first wrong key. */
    public WrongKeys(int firstMillis) {
        this.first = TimeUnit.MILLISECONDS.toNanos(firstMillis);
    }

    /** Milliseconds from {@code now} until the key is checked of a connection that has waited {@code since}. */
    public synchronized long millisToWait(InetAddress address, long since, long now) {
        Wrong wrong = known(address, now);
        if (wrong.times == 0) {
            return 0;
        }
        long wait = since - now + (first << Math.min(wrong.times - 1, DOUBLINGS));
        return wait > 0 ? TimeUnit.NANOSECONDS.toMillis(wait) + 1 : 0;
    }

    /** A wrong key came from this address. */
    public synchronized void add(InetAddress address, long now) {
        Wrong wrong = known(address, now);
        byAddress.remove(address);
        byAddress.put(address, new Wrong(wrong.times + 1, now));
        if (byAddress.size() > MAX_ADDRESSES) {
            byAddress.remove(byAddress.keySet().iterator().next());
        }
    }

    private Wrong known(InetAddress address, long now) {
        Wrong wrong = byAddress.get(address);
        return wrong == null || now - wrong.last > FORGOTTEN_AFTER ? new Wrong(0, now) : wrong;
    }
}
