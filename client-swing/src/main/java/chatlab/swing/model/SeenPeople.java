package chatlab.swing.model;

import chatlab.protocol.Name;
import chatlab.protocol.NaturalOrder;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The people that this client has seen in its rooms since it joined the server, also people that have left. */
public final class SeenPeople {
    /** A server that keeps to the rules has fewer. */
    static final int MAX = 1_000;

    private static final Comparator<Seen> BY_NAME = Comparator.comparing(Seen::name, new NaturalOrder());

    /**
     * A person that was here.
     *
     * @param since when the client saw the person first
     * @param messages how many messages of the room the client has heard since then
     */
    public record Seen(String name, Instant since, int messages) {}

    private final Map<String, Seen> people = new HashMap<>();

    void forget() {
        people.clear();
    }

    void seen(String name, Instant at) {
        if (people.size() < MAX) {
            people.putIfAbsent(Name.keyOf(name), new Seen(name, at, 0));
        }
    }

    void said(String name) {
        people.computeIfPresent(
                Name.keyOf(name), (key, seen) -> new Seen(seen.name(), seen.since(), seen.messages() + 1));
    }

    void renamed(String old, String now) {
        Seen seen = people.remove(Name.keyOf(old));
        if (seen != null) {
            people.putIfAbsent(Name.keyOf(now), new Seen(now, seen.since(), seen.messages()));
        }
    }

    /** By name. */
    public List<Seen> people() {
        return people.values().stream().sorted(BY_NAME).toList();
    }
}
