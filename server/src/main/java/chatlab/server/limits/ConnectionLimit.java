package chatlab.server.limits;

import static chatlab.server.support.ServerWords.WORDS;

import chatlab.protocol.ErrorCode;
import chatlab.server.support.RefusedException;
import chatlab.server.support.Settings;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * How many connections there may be: in all, and from one address, which may also open them only at a certain pace, since
 * each costs a thread. How much is said over them is limited by the {@link Throttle} of each. Safe for use by several
 * threads.
 */
public final class ConnectionLimit {
    /** Connections that one address may open at once: a class that arrives at the same moment, and some of it again. */
    private static final int AT_ONCE = 128;

    /** Sixteen a second after that. */
    private static final long NANOS_EACH = TimeUnit.SECONDS.toNanos(1) / 16;

    private final Settings settings;

    // All of these are guarded by this.

    private final Map<InetAddress, Integer> connections = new HashMap<>();

    private final RateLimiters paces = new RateLimiters(AT_ONCE, NANOS_EACH);

    private int all;

    public ConnectionLimit(Settings settings) {
        this.settings = settings;
    }

    // begin connect
    /** Counts a new connection, or throws and counts nothing. */
    public synchronized void connect(InetAddress address, long now) throws RefusedException {
        if (settings.limits(address)) {
            checkPace(address, now);
            if (connections.getOrDefault(address, 0) >= settings.maxPerAddress()) {
                throw new RefusedException(ErrorCode.FULL, WORDS.get("full.address", settings.maxPerAddress()));
            }
        }
        if (all >= settings.maxClients()) {
            throw new RefusedException(ErrorCode.FULL, WORDS.get("full", settings.maxClients()));
        }
        connections.merge(address, 1, Integer::sum);
        all++;
    }
    // end connect

    /** Takes back that a connection was counted. */
    public synchronized void disconnect(InetAddress address) {
        connections.computeIfPresent(address, (a, count) -> count == 1 ? null : count - 1);
        all--;
    }

    /** How many connections there are. */
    synchronized int connections() {
        return all;
    }

    /** A connection that is refused for its number is charged, too: to say so costs something. */
    private void checkPace(InetAddress address, long now) throws RefusedException {
        if (!paces.use(address, now)) {
            throw new RefusedException(ErrorCode.FULL, WORDS.get("full.pace"));
        }
    }
}
