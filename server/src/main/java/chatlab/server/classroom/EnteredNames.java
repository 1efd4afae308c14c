package chatlab.server.classroom;

import chatlab.protocol.Name;
import chatlab.server.chat.Entrance;
import chatlab.server.chat.Person;
import java.util.HashMap;
import java.util.Map;

/** The names that have entered in this run, and which of them are of one person. Guarded by the lock of the hall. */
final class EnteredNames {
    private static final int MAX = 10_000;

    /** By the keys of the names: the identity of the person that had the name last. */
    private final Map<String, Object> people = new HashMap<>();

    /** The person may have entered now. */
    void add(Person person) {
        boolean hasRoom =
                people.size() < MAX || people.containsKey(person.name().key());
        if (person.entrance() == Entrance.INSIDE && hasRoom) {
            people.put(person.name().key(), person.identity());
        }
    }

    /** The person is known again as one that was here before, where the new name was kept for that one. */
    void renamed(Person person, Name old) {
        people.replace(old.key(), person.identity());
        add(person);
    }

    /** The identity of the person that had this name last; null where no such name has entered. */
    Object person(String key) {
        return people.get(key);
    }
}
