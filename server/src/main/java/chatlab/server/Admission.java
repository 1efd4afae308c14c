package chatlab.server;

import chatlab.protocol.ErrorCode;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;

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
