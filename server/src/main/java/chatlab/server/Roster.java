package chatlab.server;

import chatlab.protocol.ErrorCode;
import chatlab.protocol.Name;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which name belongs to whom. One name, one person: that is all this class sees to. Guarded by the lock of the
 * {@link Hall}.
 */
final class Roster {
    /** Longer than any name in any form, in chars: to make the key of a whole line would keep all others waiting. */
    private static final int LONGEST = 10 * Name.MAX_LENGTH;

    /** Names that were given up, of which we know by whom. */
    private static final int MAX_GIVEN_UP = 1000;

    private final Map<String, Person> byKey = new LinkedHashMap<>();

    /** Who gave up a name, the last time that somebody did. */
    private final Map<String, Person> givenUp = new LinkedHashMap<>();

    /** Gives {@code name} to {@code person} and frees the name it had. */
    void claim(Name name, Person person) throws Refused {
        for (Person other : byKey.values()) {
            if (other != person && other.name.isTakenFor(name)) {
                String why = other.name.key().equals(name.key()) ? "name-taken" : "name-taken.look";
                throw new Refused(ErrorCode.NAME_TAKEN, Words.get(why, other.name, name));
            }
        }
        release(person);
        byKey.put(name.key(), person);
        person.name = name;
    }

    /** The name of {@code person} may be taken by anybody. */
    void release(Person person) {
        String key = person.name.key();
        if (byKey.remove(key, person)) {
            givenUp.remove(key); // or it would keep its old place in the order
            givenUp.put(key, person);
            if (givenUp.size() > MAX_GIVEN_UP) {
                givenUp.remove(givenUp.keySet().iterator().next());
            }
        }
    }

    /** Whether this person still has its name: false for a guest who has not entered yet. */
    boolean knows(Person person) {
        return byKey.get(person.name.key()) == person;
    }

    /** The person whose name {@code typed} is meant to be. */
    Optional<Person> find(String typed) {
        if (typed.length() > LONGEST) {
            return Optional.empty();
        }
        return Optional.ofNullable(byKey.get(Name.keyOf(typed)));
    }

    /**
     * The person of this name, or, if nobody has it any more, the one who had it last, who may have left: nobody gets away
     * by changing names faster than an instructor can type.
     */
    Optional<Person> findByAnyName(String typed) {
        return find(typed).or(() -> Optional.ofNullable(givenUp.get(Name.keyOf(typed))));
    }

    /** Somebody who comes or came from there. */
    Optional<Person> findByAddress(String typed) {
        return Stream.concat(byKey.values().stream(), givenUp.values().stream())
                .filter(person -> AddressGroups.isMeant(typed, person.address()))
                .findFirst();
    }

    /** The person that {@code token} proves to be the one called {@code name}. */
    Optional<Person> find(String name, String token) {
        return find(name).filter(person -> Secrets.areSame(person.token, token));
    }

    /** Everybody who has a name, in the order in which they got it. */
    Collection<Person> all() {
        return byKey.values();
    }
}
