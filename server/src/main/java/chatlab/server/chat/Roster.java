package chatlab.server.chat;

import static chatlab.server.support.ServerWords.WORDS;

import chatlab.protocol.ErrorCode;
import chatlab.protocol.Name;
import chatlab.server.chat.KeptNames.Kept;
import chatlab.server.limits.AddressGroups;
import chatlab.server.support.RefusedException;
import chatlab.server.support.Secrets;
import chatlab.server.support.Settings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Which name belongs to whom: one name, one person. Guarded by the lock of the {@link Hall}. */
public final class Roster {
    /** Longer than any name in any form, in chars: to make the key of a whole line would keep all others waiting. */
    private static final int LONGEST = 10 * Name.MAX_LENGTH;

    /** Names that were given up, of which we know by whom. */
    private static final int MAX_GIVEN_UP = 1000;

    private final Map<String, Person> byKey = new LinkedHashMap<>();

    /** Who gave up a name, the last time that somebody did. */
    private final Map<String, Former> givenUp = new LinkedHashMap<>();

    /** Names under which a person had the instructor's rights, by their keys. */
    private final Set<String> withRights = new LinkedHashSet<>();

    private final Neighbours neighbours;
    private final Silence silence;
    private final KeptNames kept;

    /** A name and the person that had it, which may have another one by now. */
    private record Former(Name name, Person person) {}

    Roster(Settings settings, Neighbours neighbours, Silence silence) {
        this.neighbours = neighbours;
        this.silence = silence;
        this.kept = new KeptNames(settings, neighbours);
    }

    /**
     * Gives the person another name. Where the name was kept for this very person, it gets no more than the name: only a
     * token of a lost person brings back the rest.
     *
     * @param token may prove that the person is the one that had the name
     * @return the lost person that this one has turned out to be, if there was one
     */
    Optional<Person> rename(Person person, String typed, String token) throws RefusedException {
        Name name = silence.spelling(RefusedException.orPerson(typed));
        Optional<Kept> back = check(name, person, token);
        silence.checkMayBeCalled(person, name, back.map(Kept::identity));
        Optional<Person> lost = back.flatMap(kept -> find(kept.name().shown())).filter(Person::isLost);
        back.ifPresent(kept -> neighbours.merge(person, kept.identity()));
        lost.ifPresent(this::release);
        claim(name, person);
        neighbours.see(person, all());
        silence.follow(person);
        return lost;
    }

    /** Checks that the person may have the name. Returns what was kept of it for this very person. */
    private Optional<Kept> check(Name name, Person person, String token) throws RefusedException {
        List<Kept> found = new ArrayList<>();
        for (Person other : byKey.values()) {
            if (other == person || !other.name.isTakenFor(name)) {
                continue;
            }
            if (!other.isLost()) {
                String why = other.name.key().equals(name.key()) ? "name-taken" : "name-taken.look";
                throw new RefusedException(ErrorCode.NAME_TAKEN, WORDS.get(why, other.name, name));
            }
            found.add(Kept.ofLost(other));
        }
        found.addAll(kept.find(name));
        for (Kept one : found) {
            if (!kept.isBack(one, person, token)) {
                throw kept.refusal(one, person);
            }
        }
        return found.stream().findFirst();
    }

    /** Gives {@code name} to {@code person} and keeps for it the name that it had. */
    void claim(Name name, Person person) {
        boolean other = !name.key().equals(person.name.key());
        if (other && knows(person)) {
            kept.keep(person, false);
        }
        release(person);
        kept.free(name.key());
        byKey.put(name.key(), person);
        person.name = name;
        if (other) {
            person.namedAt = System.nanoTime();
        }
        if (person.instructor) {
            markRights(name);
        }
    }

    /** The name of {@code person} is kept for it for a while. */
    void leave(Person person) {
        if (knows(person)) {
            kept.keep(person, true);
        }
        release(person);
    }

    /** The name of {@code person} may be taken by anybody. */
    void release(Person person) {
        String key = person.name.key();
        if (byKey.remove(key, person)) {
            givenUp.remove(key); // or it would keep its old place in the order
            givenUp.put(key, new Former(person.name, person));
            if (givenUp.size() > MAX_GIVEN_UP) {
                givenUp.remove(givenUp.keySet().iterator().next());
            }
        }
    }

    /** Anybody may have the name, if it was kept. Says whether it was. */
    boolean free(String typed) {
        return kept.free(keyOf(typed));
    }

    /** A person of this name has, or had, the instructor's rights. */
    void markRights(Name name) {
        withRights.add(name.key());
        if (withRights.size() > MAX_GIVEN_UP) {
            withRights.remove(withRights.iterator().next());
        }
    }

    /** The instructor's rights were taken from the person of this name, which was told so. */
    void unmarkRights(Name name) {
        withRights.remove(name.key());
    }

    /** Whether a person of this name had the instructor's rights, which this one has not. */
    boolean lacksRights(Person person) {
        return !person.instructor && withRights.contains(person.name.key());
    }

    /** Whether this person still has its name: false for a guest who has not entered yet. */
    boolean knows(Person person) {
        return byKey.get(person.name.key()) == person;
    }

    /** The person whose name {@code typed} is meant to be. */
    public Optional<Person> find(String typed) {
        return Optional.ofNullable(byKey.get(keyOf(typed)));
    }

    /** The person of this name, which may be lost. */
    public Person known(String typed) throws RefusedException {
        return find(typed).orElseThrow(() -> RefusedException.noSuchName(typed));
    }

    /** The person of this name, which has a connection and is in a room. */
    Person present(String typed) throws RefusedException {
        return find(typed)
                .filter(person -> !person.isLost() && person.room() != null)
                .orElseThrow(() -> RefusedException.noSuchName(typed));
    }

    /** The person that has this name, or had it last; may have left. */
    Person everCalled(String name) throws RefusedException {
        return findByAnyName(name).orElseThrow(() -> RefusedException.noSuchName(name));
    }

    /** The person that has this name, or had it last and is still here; may be lost. */
    public Person meant(String name) throws RefusedException {
        return findByAnyName(name).filter(this::knows).orElseThrow(() -> RefusedException.noSuchName(name));
    }

    /** The person that has this name or address, or had it last; may have left. */
    public Person everHere(String nameOrAddress) throws RefusedException {
        return findByAnyName(nameOrAddress)
                .or(() -> findByAddress(nameOrAddress))
                .orElseThrow(() -> new RefusedException(
                        ErrorCode.NO_SUCH_NAME, WORDS.get("no-such-name-or-address", nameOrAddress)));
    }

    List<Person> instructors() {
        return byKey.values().stream().filter(person -> person.instructor).toList();
    }

    /** The key of the name that {@code typed} is meant to be; empty for what is too long to be one. */
    static String keyOf(String typed) {
        return typed.length() > LONGEST ? "" : Name.keyOf(typed);
    }

    /**
     * The person of this name, or, if nobody has it any more, the one who had it last, who may have left: nobody gets away
     * by changing names faster than an instructor can type.
     */
    Optional<Person> findByAnyName(String typed) {
        return find(typed)
                .or(() -> Optional.ofNullable(givenUp.get(keyOf(typed))).map(Former::person));
    }

    /**
     * The name of which a mute of {@code person} is, which was found as {@code typed}. The last name of a person that has
     * left says nothing to the instructor, and may be an innocent person's by now.
     */
    Name nameToMute(Person person, String typed) {
        return knows(person) ? person.name : givenUp.get(keyOf(typed)).name();
    }

    /** Somebody who comes or came from there. */
    Optional<Person> findByAddress(String typed) {
        return Stream.concat(byKey.values().stream(), givenUp.values().stream().map(Former::person))
                .filter(person -> AddressGroups.isMeant(typed, person.address()))
                .findFirst();
    }

    /** The person that {@code token} proves to be the one called {@code name}. */
    public Optional<Person> find(String name, String token) {
        return find(name).filter(person -> Secrets.areSame(person.token, token));
    }

    /** Everybody who has a name, in the order in which they got it. */
    public Collection<Person> all() {
        return byKey.values();
    }
}
