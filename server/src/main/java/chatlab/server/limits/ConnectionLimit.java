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
 * Limits the connections, since each costs a thread: how many there are in all and from one address, and how fast one address
 * opens them. The lines of each connection are limited by its {@link Throttle}. Safe for use by several threads.
 */
public final class ConnectionLimit {
    /** Connections that one address may open at once: for a class that connects at the same moment, some clients twice. */
    private static final int AT_ONCE = 128;

    /** Sixteen a second after that. */
    private static final long NANOS_EACH = TimeUnit.SECONDS.toNanos(1) / 16;

    private final Settings settings;

    // Guarded by this.

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

    /** A counted connection has ended. */
    public synchronized void disconnect(InetAddress address) {
        connections.computeIfPresent(address, (a, count) -> count == 1 ? null : count - 1);
        all--;
    }

    /** How many connections there are. */
    synchronized int connections() {
        return all;
    }

    /** Charges refused connections, too: to turn a client away costs something. */
    private void checkPace(InetAddress address, long now) throws RefusedException {
        if (!paces.use(address, now)) {
            throw new RefusedException(ErrorCode.FULL, WORDS.get("full.pace"));
        }
    }
}
