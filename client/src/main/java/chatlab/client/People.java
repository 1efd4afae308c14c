package chatlab.client;

import chatlab.protocol.Name;
import chatlab.protocol.NaturalOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The people in the room. Names are as they are shown, and compared by their keys. Not safe for use by several threads. */
public final class People {
    /** More than a room holds. */
    public static final int MAX = 5_000;

    private static final Comparator<Participant> INSTRUCTORS_FIRST = Comparator.comparing(Participant::instructor)
            .reversed()
            .thenComparing(Participant::name, new NaturalOrder());

    private final Map<String, Participant> people = new HashMap<>();

    /** While a list is told: the people that it has named, or that came meanwhile. */
    private final Set<String> listed = new HashSet<>();

    /** While a list is told: the people that have left meanwhile, and may still be named by it. */
    private final Set<String> gone = new HashSet<>();

    private boolean listing;
    private int revision;
    private List<Participant> sorted = List.of();
    private int sortedRevision;

    /** As in another room. */
    public void forget() {
        people.clear();
        stopListing();
        revision++;
    }

    /** Counts the changes: a view need not look at the people each time. */
    public int revision() {
        return revision;
    }

    /** Instructors first, then by name. */
    public List<Participant> sorted() {
        if (sortedRevision != revision) {
            List<Participant> all = new ArrayList<>(people.values());
            all.sort(INSTRUCTORS_FIRST);
            sorted = List.copyOf(all);
            sortedRevision = revision;
        }
        return sorted;
    }

    /** The person of this name, if it is here. */
    public Optional<Participant> find(String name) {
        return Optional.ofNullable(people.get(Name.keyOf(name)));
    }

    /** The server was asked for a list of all. */
    void beginList() {
        stopListing();
        listing = true;
    }

    /** Whether the server was asked for a list and has not told it to its end. */
    public boolean isListing() {
        return listing;
    }

    /** The list has been told to its end: people that it did not name are not here. */
    void endList() {
        if (listing && people.keySet().retainAll(listed)) {
            revision++;
        }
        stopListing();
    }

    /** A list that was begun will not be told to its end. */
    public void stopListing() {
        listing = false;
        listed.clear();
        gone.clear();
    }

    /** A line of a list. The list may be older than what happened since it was asked for. */
    void listed(Participant person) {
        if (!gone.contains(Name.keyOf(person.name()))) {
            put(person);
        }
    }

    /** This person is here now. Says whether the person has just come. */
    boolean put(Participant person) {
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
        Participant before = people.get(Name.keyOf(old));
        remove(old);
        if (before != null) {
            put(before.renamed(now, me));
        } else if (listing) {
            put(Participant.of(now).renamed(now, me)); // the list may still call this person by the old name
        }
        return before != null;
    }

    /** In no order. */
    public List<String> names() {
        return people.values().stream().map(Participant::name).toList();
    }
}
