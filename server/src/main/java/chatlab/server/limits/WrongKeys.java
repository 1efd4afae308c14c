package chatlab.server.limits;

import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * How long a connection waits until its key is looked at. After each wrong key from an address that is twice as long. The
 * wait begins when the connection was opened, or gave its last wrong key. So it does not help to connect again, or to
 * open many connections, while a client that was there before its neighbour began to guess does not wait for that. This
 * holds for loopback, too. All moments are those of {@code nanoTime}. Safe for use by several threads.
 */
public final class WrongKeys {
    /** One second, doubled so many times: about a minute. */
    private static final int DOUBLINGS = 6;

    /** Ten minutes without a wrong key. */
    private static final long FORGOTTEN_AFTER = TimeUnit.MINUTES.toNanos(10);

    /** Addresses that are remembered. */
    private static final int MOST = 1000;

    private final long first;

    /** Guarded by {@code this}; the address with the latest wrong key comes last. */
    private final Map<InetAddress, Wrong> byAddress = new LinkedHashMap<>();

    private record Wrong(int times, long last) {}

    /** {@code firstMillis}: the wait after the first wrong key. */
    public WrongKeys(int firstMillis) {
        this.first = TimeUnit.MILLISECONDS.toNanos(firstMillis);
    }

    /** Milliseconds from {@code now} until the key of a connection is looked at that waits {@code since} then. */
    public synchronized long millisToWait(InetAddress address, long since, long now) {
        Wrong wrong = known(address, now);
        if (wrong.times == 0) {
            return 0;
        }
        long wait = since - now + (first << Math.min(wrong.times - 1, DOUBLINGS));
        return wait > 0 ? TimeUnit.NANOSECONDS.toMillis(wait) + 1 : 0;
    }

    /** A wrong key came from there. */
    public synchronized void add(InetAddress address, long now) {
        Wrong wrong = known(address, now);
        byAddress.remove(address);
        byAddress.put(address, new Wrong(wrong.times + 1, now));
        if (byAddress.size() > MOST) {
            byAddress.remove(byAddress.keySet().iterator().next());
        }
    }

    private Wrong known(InetAddress address, long now) {
        Wrong wrong = byAddress.get(address);
        return wrong == null || now - wrong.last > FORGOTTEN_AFTER ? new Wrong(0, now) : wrong;
    }
}
