package chatlab.server;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;

/**
 * How fast all who come from one address may talk together, or connect: as fast as a class behind one address needs it,
 * and no faster than that for one who opens many connections, or comes again and again. Safe for use by several threads.
 */
final class AddressGates {
    /** Lines, or connections. */
    private static final int LINES_AT_ONCE = 128;

    /** Sixteen lines a second. */
    private static final int MILLIS_EACH = 62;

    private final Settings settings;

    /** Those that have something to pay, and some that had. Guarded by {@code this}. */
    private final Map<InetAddress, FloodGate> gates = new HashMap<>();

    AddressGates(Settings settings) {
        this.settings = settings;
    }

    /**
     * Charges {@code lines} and returns how many milliseconds to wait before they are obeyed: until all that was reserved
     * before has had its turn.
     */
    synchronized long reserve(InetAddress address, int lines, long now) {
        long wait = isLimited(address) ? gate(address, now).askFor(1, now) : 0;
        charge(address, lines, now);
        return wait;
    }

    /** Charges one, or nothing and says false where that one would have to wait. */
    synchronized boolean pass(InetAddress address, long now) {
        if (reserve(address, 0, now) > 0) {
            return false;
        }
        charge(address, 1, now);
        return true;
    }

    /** Charges what was done already, or gives back what was reserved when {@code lines} is less than 0. */
    synchronized void charge(InetAddress address, int lines, long now) {
        if (isLimited(address)) {
            gate(address, now).charge(lines, now);
        }
    }

    private FloodGate gate(InetAddress address, long now) {
        FloodGate gate = gates.get(address);
        if (gate == null) {
            gates.values().removeIf(other -> other.isPaid(now));
            gate = new FloodGate(LINES_AT_ONCE, MILLIS_EACH, now);
            gates.put(address, gate);
        }
        return gate;
    }

    private boolean isLimited(InetAddress address) {
        return settings.flood.isOn() && settings.limits(address);
    }
}
