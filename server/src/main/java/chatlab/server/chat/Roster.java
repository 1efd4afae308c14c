package chatlab.server.chat;

import chatlab.protocol.Name;
import chatlab.server.limits.AddressGroups;
import chatlab.server.support.RefusedException;
import chatlab.server.support.Secrets;
import chatlab.server.support.Settings;
import java.net.InetAddress;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The people that have a name, lost ones too: one name, one person. Guarded by the lock of the {@link Hall}. */
public final class Roster {
    /** Characters; no name in any form is longer. To make the key of a whole line would take long, under the lock. */
    private static final int LONGEST = 10 * Name.MAX_LENGTH;

    /** Names of which it is known that they had the instructor's rights. */
    private static final int MAX_WITH_RIGHTS = 1000;

    private final Map<String, Person> byKey = new LinkedHashMap<>();

    /** Names under which a person had the instructor's rights, by their keys. */
    private final Set<String> withRights = new LinkedHashSet<>();

    private final Neighbours neighbours;
    private final KeptNames kept;
    private Watcher watcher = Watcher.NONE;

    /** Is told under the lock of the hall what happens to the names of people. */
    public interface Watcher {
        Watcher NONE = new Watcher() {
            @Override
            public void renamed(Person person, Name old) {}

            @Override
            public void departed(Person person) {}

            @Override
            public void changed(Person person) {}
        };

        /** The person had the name {@code old} before. */
        void renamed(Person person, Name old);

        /** The person has left, or was lost and is not waited for any more. It may have had no name yet. */
        void departed(Person person);

        /** The person was lost, was made an instructor or a student, or is not the muted person that it was taken for. */
        void changed(Person person);
    }

    Roster(Settings settings, Neighbours neighbours) {
        this.neighbours = neighbours;
        this.kept = new KeptNames(settings, neighbours);
    }

    /** Gives {@code name} to {@code person} and keeps for it the name that it had. */
    void claim(Name name, Person person) {
        boolean other = !name.key().equals(person.name.key());
        if (other && knows(person)) {
            kept.keep(person, false);
        }
        byKey.remove(person.name.key(), person);
        kept.free(name.key());
        byKey.put(name.key(), person);
        Name old = person.name;
        person.name = name;
        if (other) {
            person.namedAt = System.nanoTime();
        }
        if (person.instructor) {
            markRights(name);
        }
        if (!old.shown().equals(name.shown())) {
            watcher.renamed(person, old);
        }
    }

    public void watch(Watcher newWatcher) {
        watcher = newWatcher;
    }

    /** See {@link Watcher#changed}. */
    void noteChange(Person person) {
        watcher.changed(person);
    }

    /** The name of {@code person} is kept for it for a while. */
    void leave(Person person) {
        if (knows(person)) {
            kept.keep(person, true);
        }
        release(person);
    }

    /** Any person may have the name of {@code person} from now on. */
    void release(Person person) {
        byKey.remove(person.name.key(), person);
        watcher.departed(person);
    }

    /** Any person may have the name from now on, if it was kept. Says whether it was. */
    boolean free(String typed) {
        return kept.free(keyOf(typed));
    }

    /** A person of this name has, or had, the instructor's rights. */
    void markRights(Name name) {
        withRights.add(name.key());
        if (withRights.size() > MAX_WITH_RIGHTS) {
            withRights.remove(withRights.iterator().next());
        }
    }

    /** The instructor's rights were taken from the person of this name, and it was told. */
    void unmarkRights(Name name) {
        withRights.remove(name.key());
    }

    /** Whether a person of this name had the instructor's rights, which this one has not. */
    boolean lacksRights(Person person) {
        return !person.instructor && withRights.contains(person.name.key());
    }

    /** Whether this person has its name. False for a guest that has not entered, and for a person that has left. */
    boolean knows(Person person) {
        return byKey.get(person.name.key()) == person;
    }

    /** Whether there is a person with this key, which may be lost. */
    public boolean hasKey(String key) {
        return byKey.containsKey(key);
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

    List<Person> instructors() {
        return byKey.values().stream().filter(person -> person.instructor).toList();
    }

    /** The key of the name that {@code typed} is meant to be; empty for what is too long to be one. */
    static String keyOf(String typed) {
        return typed.length() > LONGEST ? "" : Name.keyOf(typed);
    }

    /** Whether no other person has the name of this person; the person may have left. */
    boolean isFreeOrOf(Person person) {
        Person owner = byKey.getOrDefault(person.name.key(), person);
        return owner.identity == person.identity;
    }

    /** The person as it is here now: a person that has left and come back is another object. */
    Person now(Person person) {
        return knows(person)
                ? person
                : byKey.values().stream()
                        .filter(other -> other.identity == person.identity)
                        .findFirst()
                        .orElse(person);
    }

    KeptNames kept() {
        return kept;
    }

    Neighbours neighbours() {
        return neighbours;
    }

    /** The people that are at this address, or were there when their connection was lost. */
    List<Person> at(InetAddress address) {
        return byKey.values().stream()
                .filter(person -> address.equals(person.address()))
                .toList();
    }

    /** Students that are or were at this address, apart from {@code person}: instructors may come in all the same. */
    List<Person> othersSeenAt(InetAddress address, Person person) {
        return neighbours.others(address, person, at(address)).stream()
                .filter(other -> !other.instructor)
                .toList();
    }

    /** A person that is or was at the address that was typed. */
    Optional<Person> findByAddress(String typed) {
        return Stream.concat(byKey.values().stream(), neighbours.all())
                .filter(person -> AddressGroups.isMeant(typed, person.address()))
                .findFirst();
    }

    /** The person of this name, if {@code token} is the one of that person. */
    public Optional<Person> find(String name, String token) {
        return find(name).filter(person -> Secrets.areSame(person.token, token));
    }

    /** The lost person that has this token. Its client may not know its name: the answer to NICK may be lost, too. */
    public Optional<Person> findLost(String token) {
        return all().stream()
                .filter(person -> person.isLost() && Secrets.areSame(person.token, token))
                .findFirst();
    }

    /** The people that have a name, in the order in which they got it. */
    public Collection<Person> all() {
        return Collections.unmodifiableCollection(byKey.values());
    }
}
