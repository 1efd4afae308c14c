package chatlab.server;

import chatlab.protocol.ErrorCode;
import java.net.InetAddress;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;

/**
 * Who may come in: so many connections altogether, and so many people from one address. Who takes over a connection of
 * its own is let in beyond that, so a connection above the limit is not refused before its first line is known.
 */
final class Admission {
    private final Settings settings;

    // All of these are guarded by this.

    /** Connections and people by address. */
    private final Map<InetAddress, Integer> connections = new HashMap<>();

    private final Map<InetAddress, Integer> people = new HashMap<>();
    private int allConnections;
    private int allPeople;

    /** What connections that have ended owe, by address, those first that have ended first. */
    private final Map<InetAddress, Queue<FloodGate>> owing = new HashMap<>();

    Admission(Settings settings) {
        this.settings = settings;
    }

    /** Counts a new connection, or throws and counts nothing. */
    synchronized void connect(InetAddress address) throws Refused {
        if (allConnections >= settings.maxClients) {
            throw new Refused(ErrorCode.FULL, Words.get("full", settings.maxClients));
        }
        if (settings.limits(address) && count(connections, address) >= 2L * settings.maxPerAddress) {
            throw tooManyFrom();
        }
        connections.merge(address, 1, Integer::sum);
        allConnections++;
    }

    // begin enter
    /** Counts a person who enters, or throws and counts nothing. */
    synchronized void enter(InetAddress address, boolean tookOver) throws Refused {
        if (!tookOver && settings.limits(address) && count(people, address) >= settings.maxPerAddress) {
            throw tooManyFrom();
        }
        people.merge(address, 1, Integer::sum);
        allPeople++;
    }
    // end enter

    /** How many people are here. */
    synchronized int people() {
        return allPeople;
    }

    /** Takes back that a person was counted. */
    synchronized void leave(InetAddress address) {
        allPeople--;
        takeBack(people, address);
    }

    /** Takes back that a connection was counted. */
    synchronized void disconnect(InetAddress address) {
        allConnections--;
        takeBack(connections, address);
    }

    /**
     * The gate of a new connection: where another one from this address has ended without having paid for all it has said,
     * the new one goes on paying. So to come back makes nothing cheaper.
     */
    synchronized FloodGate takeGate(InetAddress address, long now) {
        forgetPaid(now);
        Queue<FloodGate> left = owing.get(address);
        return left == null ? new FloodGate(now) : left.remove().handedOver();
    }

    /** The connection that had this gate has ended. */
    synchronized void leaveGate(InetAddress address, FloodGate gate, long now) {
        if (settings.limits(address)) {
            owing.computeIfAbsent(address, a -> new ArrayDeque<>()).add(gate);
        }
        forgetPaid(now);
    }

    private void forgetPaid(long now) {
        owing.values().forEach(left -> left.removeIf(gate -> gate.isPaid(now)));
        owing.values().removeIf(Collection::isEmpty);
    }

    private Refused tooManyFrom() {
        return new Refused(ErrorCode.FULL, Words.get("full.address", settings.maxPerAddress));
    }

    private static int count(Map<InetAddress, Integer> map, InetAddress address) {
        return map.getOrDefault(address, 0);
    }

    private static void takeBack(Map<InetAddress, Integer> map, InetAddress address) {
        map.computeIfPresent(address, (a, count) -> count == 1 ? null : count - 1);
    }
}
