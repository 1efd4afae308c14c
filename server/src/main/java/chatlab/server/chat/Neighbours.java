package chatlab.server.chat;

import java.net.InetAddress;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The people that were seen at each address since the server was started, present or not. An address with one person is as
 * good as that person; behind an address with several, the server cannot tell them apart. Guarded by the lock of the
 * {@link Hall}.
 *
 * <p>A person is seen when it has chosen a name, or is connected beside another person from the same address. So a guest that
 * comes and goes alone, like a client that was started again, is not taken for another person.
 */
final class Neighbours {
    private static final int MAX_ADDRESSES = 1000;

    /** People of one address that are remembered. */
    private static final int MAX_PEOPLE = 100;

    /** By address and identity, each person as it was seen last; the address that was seen first comes first. */
    private final Map<InetAddress, Map<Object, Person>> seen = new LinkedHashMap<>();

    /** Notes that the person is there, beside {@code all} others that are connected now. */
    void see(Person person, Iterable<Person> all) {
        boolean alone = true;
        for (Person other : all) {
            if (other != person && !other.isLost() && other.address().equals(person.address())) {
                alone = false;
                add(other);
            }
        }
        if (!alone || !person.isGuest()) {
            add(person);
        }
    }

    /** The person turned out to be the person that was seen before under this identity. */
    void merge(Person person, Object identity) {
        if (seen.containsKey(person.address())) {
            seen.get(person.address()).remove(person.identity);
        }
        person.identity = identity;
    }

    /** Whether only people of these identities were seen there. */
    boolean sawOnly(InetAddress address, Collection<Object> expected) {
        return expected.containsAll(people(address).keySet());
    }

    /**
     * The people that were seen there, without {@code person} and others of its name; each name once. The people that are
     * {@code present} come first: none of them may be overlooked because many others came and went.
     */
    List<Person> others(InetAddress address, Person person, List<Person> present) {
        Map<String, Person> gone = new TreeMap<>();
        people(address).values().forEach(other -> gone.put(other.name.key(), other));
        Map<String, Person> byName = new LinkedHashMap<>();
        present.forEach(other -> byName.put(other.name.key(), other));
        gone.forEach(byName::putIfAbsent);
        byName.remove(person.name.key());
        byName.values().removeIf(other -> other.identity == person.identity);
        return List.copyOf(byName.values());
    }

    /** All that were seen anywhere. */
    Stream<Person> all() {
        return seen.values().stream().flatMap(people -> people.values().stream());
    }

    private Map<Object, Person> people(InetAddress address) {
        return seen.getOrDefault(address, Map.of());
    }

    private void add(Person person) {
        Map<Object, Person> there = seen.computeIfAbsent(person.address(), address -> new HashMap<>());
        if (there.size() < MAX_PEOPLE || there.containsKey(person.identity)) {
            there.put(person.identity, person);
        }
        if (seen.size() > MAX_ADDRESSES) {
            seen.remove(seen.keySet().iterator().next());
        }
    }
}
