package chatlab.swing.model;

import chatlab.client.NaturalOrder;
import chatlab.protocol.Name;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who is in this room. Names are the shown ones, and compared by their keys. */
final class People {
    static final int MAX = 5_000;

    private static final Comparator<Person> INSTRUCTORS_FIRST =
            Comparator.comparing(Person::instructor).reversed().thenComparing(Person::name, new NaturalOrder());

    private final Map<String, Person> people = new HashMap<>();

    /** While a list is told: whom it has named, or who came meanwhile. */
    private final Set<String> listed = new HashSet<>();

    /** While a list is told: who has gone meanwhile, and may still be named by it. */
    private final Set<String> gone = new HashSet<>();

    private boolean listing;
    private int revision;
    private List<Person> sorted = List.of();
    private int sortedRevision;

    void forget() {
        people.clear();
        stopListing();
        revision++;
    }

    /** Counts the changes. */
    int revision() {
        return revision;
    }

    List<Person> sorted() {
        if (sortedRevision != revision) {
            List<Person> all = new ArrayList<>(people.values());
            all.sort(INSTRUCTORS_FIRST);
            sorted = List.copyOf(all);
            sortedRevision = revision;
        }
        return sorted;
    }

    Optional<Person> find(String name) {
        return Optional.ofNullable(people.get(Name.keyOf(name)));
    }

    /** The server was asked for a list of all. */
    void beginList() {
        stopListing();
        listing = true;
    }

    boolean isListing() {
        return listing;
    }

    /** The list has been told to its end: whom it did not name is not here. */
    void endList() {
        if (listing && people.keySet().retainAll(listed)) {
            revision++;
        }
        stopListing();
    }

    /** A list that was begun will not be told to its end. */
    void stopListing() {
        listing = false;
        listed.clear();
        gone.clear();
    }

    /** A line of a list. The list may be older than what happened since it was asked for. */
    void listed(Person person) {
        if (!gone.contains(Name.keyOf(person.name()))) {
            put(person);
        }
    }

    /** Somebody is here now. Says whether this is somebody new. */
    boolean put(Person person) {
        String key = Name.keyOf(person.name());
        boolean known = people.containsKey(key);
        if (people.size() >= MAX && !known) {
            return false;
        }
        if (listing) {
            listed.add(key);
            gone.remove(key);
        }
        if (!person.equals(people.put(key, person))) {
            revision++;
        }
        return !known;
    }

    /** Says whether this person was here. */
    boolean remove(String name) {
        String key = Name.keyOf(name);
        if (listing && gone.size() < MAX) {
            gone.add(key);
        }
        boolean was = people.remove(key) != null;
        if (was) {
            revision++;
        }
        return was;
    }

    /** Says whether this person was here. */
    boolean rename(String old, String now, boolean me) {
        Person before = people.get(Name.keyOf(old));
        remove(old);
        if (before != null) {
            put(new Person(now, before.instructor(), before.muted(), before.lost(), me));
        } else if (listing) {
            put(new Person(now, false, false, false, me)); // the list may still call this person by the old name
        }
        return before != null;
    }

    /** In no order. */
    List<String> names() {
        return people.values().stream().map(Person::name).toList();
    }
}
