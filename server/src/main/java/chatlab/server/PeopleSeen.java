package chatlab.server;

import java.net.InetAddress;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The people that entered a room from each address since the server started, present or not: many may share an address.
 * Guarded by the lock of the {@link Hall}.
 */
final class PeopleSeen {
    /** People that are remembered, so that the memory for them has a bound. */
    private static final int MOST = 5000;

    private final Set<Sighting> sightings = new LinkedHashSet<>();

    private record Sighting(InetAddress address, Person person) {}

    /** The person is in a room, and comes from where it is now. */
    void add(Person person) {
        sightings.add(new Sighting(person.address(), person));
        if (sightings.size() > MOST) {
            sightings.remove(sightings.iterator().next());
        }
    }

    /** All that were seen from {@code address} but {@code person} and others of its name; each name once. */
    List<Person> others(InetAddress address, Person person) {
        Map<String, Person> byName = new TreeMap<>();
        for (Sighting sighting : sightings) {
            if (sighting.person != person && sighting.address.equals(address)) {
                byName.put(sighting.person.name.key(), sighting.person);
            }
        }
        byName.remove(person.name.key());
        return List.copyOf(byName.values());
    }
}
