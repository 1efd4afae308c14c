package chatlab.server.classroom;

import chatlab.protocol.Name;
import chatlab.server.chat.Entrance;
import chatlab.server.chat.Person;
import chatlab.server.chat.Roster;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The names that have entered in this run, without those of guests, and which of them are of one person. One laptop can take many names:
 * where there are too many, one is forgotten that has no person and was not reported. Guarded by the lock of the hall.
 */
final class EnteredNames {
    private static final int MAX = 10_000;

    private final Roster roster;
    private final CourseRegister register;

    /** By the keys of the names: the identity of the person that had the name last. The name that entered last is last. */
    private final Map<String, Object> people = new LinkedHashMap<>();

    EnteredNames(Roster roster, CourseRegister register) {
        this.roster = roster;
        this.register = register;
    }

    /** The person may have entered now. */
    void add(Person person) {
        if (person.entrance() == Entrance.INSIDE && !person.isGuest()) {
            people.remove(person.name().key());
            people.put(person.name().key(), person.identity());
            if (people.size() > MAX) {
                forgetOne();
            }
        }
    }

    private void forgetOne() {
        people.keySet().stream()
                .filter(key -> !roster.hasKey(key) && !register.has(key))
                .findFirst()
                .ifPresent(people::remove);
    }

    /**
     * If the new name was kept for a person that was here before, both are one person, and all names follow. The old name of a person
     * that has not entered can be the name of another person.
     */
    void renamed(Person person, Name old) {
        Object before = people.get(old.key());
        if (person.entrance() != Entrance.OUTSIDE && before != person.identity()) {
            people.replaceAll((key, identity) -> identity == before ? person.identity() : identity);
        }
    }

    /** The identity of the person that had this name last; null where no such name has entered. */
    Object person(String key) {
        return people.get(key);
    }
}
