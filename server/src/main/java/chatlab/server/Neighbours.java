package chatlab.server;

import java.net.InetAddress;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * How many people were seen at each address since the server was started. An address with one person is as good as that
 * person; behind an address with several, the server cannot tell them apart. Guarded by the lock of the {@link Hall}.
 *
 * <p>A person counts when it has chosen a name, or is connected beside another person from the same address. So a guest that
 * comes and goes alone, like a client that was started again, is not taken for another person.
 */
final class Neighbours {
    private static final int MAX_ADDRESSES = 10_000;

    /** People of one address, of which we know that they are different ones; more would answer no other question. */
    private static final int MAX_PEOPLE = 64;

    /** By address, the identities of people; the address that was seen first comes first. */
    private final Map<InetAddress, Set<Object>> seen = new LinkedHashMap<>();

    /** Notes that the person is there, beside {@code all} others that are connected now. */
    void see(Person person, Iterable<Person> all) {
        InetAddress address = person.address();
        if (identities(address).size() >= MAX_PEOPLE) {
            return;
        }
        boolean alone = true;
        for (Person other : all) {
            if (other != person && !other.isLost() && address.equals(other.address())) {
                alone = false;
                add(address, other.identity);
            }
        }
        if (!alone || !person.isGuest()) {
            add(address, person.identity);
        }
    }

    /** The person turned out to be another one that was seen before. */
    void merge(Person person, Object identity) {
        if (seen.containsKey(person.address())) {
            seen.get(person.address()).remove(person.identity);
        }
        person.identity = identity;
    }

    /** Whether nobody was seen there but people of these identities. */
    boolean sawOnly(InetAddress address, Set<Object> expected) {
        return expected.containsAll(identities(address));
    }

    private Set<Object> identities(InetAddress address) {
        return seen.getOrDefault(address, Set.of());
    }

    private void add(InetAddress address, Object identity) {
        seen.computeIfAbsent(address, a -> new HashSet<>()).add(identity);
        if (seen.size() > MAX_ADDRESSES) {
            seen.remove(seen.keySet().iterator().next());
        }
    }
}
