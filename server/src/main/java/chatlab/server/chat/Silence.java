package chatlab.server.chat;

import static chatlab.server.support.ServerWords.WORDS;

import chatlab.protocol.ErrorCode;
import chatlab.protocol.Event;
import chatlab.protocol.Name;
import chatlab.server.support.RefusedException;
import java.net.InetAddress;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The hush and the mutes: no word of a silenced person reaches others, not even as the name of a person or a room. A mute
 * stays on a name, through quit and return. Also whether students may write to each other in private. Guarded by the lock of the {@link Hall}.
 */
public final class Silence {
    /** The most mutes: on names, and by the numbers of messages. */
    private static final int MAX = 1000;

    private final Map<String, Mute> mutes = new LinkedHashMap<>();
    private final Neighbours neighbours;
    private boolean hushed;
    private boolean privateLocked;

    /** The person that may speak under the hush; null where none may. */
    private Person floor;

    Silence(Neighbours neighbours) {
        this.neighbours = neighbours;
    }

    void hush(boolean on) {
        hushed = on;
        floor = null;
    }

    /**
     * Under a hush this person alone may speak from now on, beside the instructors; null: no student may. False if nothing has
     * changed.
     */
    public boolean giveFloor(Person person) {
        if (!hushed || person == floor) {
            return false;
        }
        Person before = floor;
        floor = person;
        if (before != null) {
            tell(before);
        }
        if (person != null && !person.isMuted()) {
            person.send(new Event.Note("called", WORDS.get("called")));
        }
        return true;
    }

    /** The person that may speak under the hush; null where none may. */
    public Person floor() {
        return floor;
    }

    /** Whether students may write in private to instructors alone. */
    public void lockPrivate(boolean on) {
        privateLocked = on;
    }

    /** The notice about the hush to all people. */
    Event.Note note() {
        String code = hushed ? "hush-on" : "hush-off";
        return new Event.Note(code, WORDS.get(code));
    }

    /** Tells a person that has come in of the hush, if there is one. */
    public void tell(Person person) {
        if (hushed && !person.instructor && person != floor) {
            person.send(note());
        }
    }

    /** Whether this person may speak to {@code receiver}, or to the room if that is null. */
    void checkMaySpeak(Person person, Person receiver) throws RefusedException {
        if (receiver != null && privateLocked && !person.instructor && !receiver.instructor) {
            throw new RefusedException(ErrorCode.NOT_ALLOWED, WORDS.get("lock-private-on"));
        }
        if (receiver == null || !receiver.instructor) {
            check(person, hushed && person != floor, "muted", "hush-on");
        }
    }

    boolean mayOpenRooms(Person person) {
        return person.instructor || !person.isMuted() && !hushed;
    }

    /** The name of a room is a word that others see. */
    void checkMayOpenRooms(Person person) throws RefusedException {
        check(person, hushed, "muted.room", "hush-on.room");
    }

    /**
     * A name can carry a message, too. Under a hush a newcomer may choose a name, or it could not come in; a muted person
     * may not, or the mute would be worth nothing.
     * {@code identities}: of the former people of this name, where this person proves to be the same.
     */
    void checkMayBeCalled(Person person, Name name, Stream<Object> identities) throws RefusedException {
        if (takesBackMutedName(person, name)) {
            return;
        }
        boolean chosenBefore = person.entrance() != Entrance.OUTSIDE && !person.isGuest();
        check(person, hushed && chosenBefore, "muted.name", "hush-on.name");
        boolean muted = identities.anyMatch(this::isMuted);
        if (muted && !mutes.containsKey(name.key())) {
            throw new RefusedException(ErrorCode.MUTED, WORDS.get("muted.name"));
        }
    }

    private static void check(Person person, boolean hushed, String mutedWords, String hushedWords)
            throws RefusedException {
        if (person.instructor) {
            return;
        }
        if (person.isMuted()) {
            throw new RefusedException(ErrorCode.MUTED, WORDS.get(mutedWords));
        }
        if (hushed) {
            throw new RefusedException(ErrorCode.MUTED, WORDS.get(hushedWords));
        }
    }

    /** Whether the person is a muted guest that takes back the very name that the mute is on. */
    private boolean takesBackMutedName(Person person, Name name) {
        return person.isGuest() && person.isMuted() && mutes.get(name.key()) == person.mute;
    }

    /** The name as it was spelled when it was muted: the case of letters can make a word, too. */
    Name spelling(Name name) {
        Mute mute = mutes.get(name.key());
        return mute == null || !mute.isOn(name) ? name : mute.name;
    }

    /**
     * Mutes the person that was found by {@code typed}, and its name if {@code hasName}: if no other person has that name by
     * now. By a message the person is meant and not its name, so it keeps the mute that it has.
     */
    void mute(Person person, String typed, boolean hasName) throws RefusedException {
        String id = hasName ? "" : typed;
        String key = hasName ? person.name.key() : Roster.keyOf(typed);
        Optional<Mute> before = Speakers.isId(typed) ? muteOf(person) : Optional.empty();
        if (before.isEmpty()) {
            checkHasRoom(key);
        }
        silence(person, before.orElseGet(() -> mutes.computeIfAbsent(key, absent -> new Mute(person, key, id))));
    }

    private void checkHasRoom(String key) throws RefusedException {
        if (mutes.size() >= MAX && !mutes.containsKey(key)) {
            throw new RefusedException(ErrorCode.FULL, WORDS.get("mute.full", MAX));
        }
    }

    /** An instructor may give the person this name if a mute that the person is under can be on the name, too. */
    void checkMayBeGiven(Person person, Name name) throws RefusedException {
        if (person.isMuted()) {
            checkHasRoom(name.key());
        }
    }

    /** An instructor has given the person its name: a mute that the person is under is on this name, too. */
    void muteGivenName(Person person) {
        if (person.isMuted()) {
            mutes.putIfAbsent(person.name.key(), person.mute);
        }
    }

    private static void silence(Person person, Mute mute) {
        person.mute = mute;
        mute.see(person.address());
    }

    /** The mute of the name that {@code typed} is meant to be, or of the message by which a person was muted. */
    Optional<Mute> find(String typed) {
        return Optional.ofNullable(mutes.get(Roster.keyOf(typed)));
    }

    /** Ends the mute for all people that are under it. */
    void lift(Mute mute) {
        mutes.values().removeIf(one -> one == mute); // it may be on a second name
        mute.lift();
    }

    /** Ends the mute for this person alone: it is another one than the person with the muted name. */
    void exempt(Person person) {
        person.mute = null;
        person.identity = new Object();
        neighbours.see(person, List.of());
    }

    Collection<Mute> all() {
        return new LinkedHashSet<>(mutes.values());
    }

    /** Mutes a newcomer if only muted people were seen at its address: it is taken for one of them. */
    void meet(Person newcomer) {
        if (newcomer.entrance() != Entrance.OUTSIDE || newcomer.isMuted() || newcomer.instructor) {
            return;
        }
        List<Mute> here = mutesAt(newcomer.address());
        Set<Object> muted = here.stream().map(mute -> mute.identity).collect(Collectors.toSet());
        if (!here.isEmpty() && neighbours.sawOnly(newcomer.address(), muted)) {
            Mute mute = here.get(here.size() - 1);
            silence(newcomer, mute);
            neighbours.merge(newcomer, mute.identity);
            newcomer.addNews(new Event.Note("muted", WORDS.get("mute.address", mute.name)));
        }
    }

    /** The muted name of a person that this newcomer may be. Each mute is reported once. */
    Optional<Name> suspect(Person newcomer) {
        if (newcomer.isMuted() || newcomer.instructor) {
            return Optional.empty();
        }
        Optional<Mute> mute =
                mutesAt(newcomer.address()).stream().filter(m -> !m.suspected).findFirst();
        mute.ifPresent(m -> m.suspected = true);
        return mute.map(m -> m.name);
    }

    /** The person has a new name or a new address: a mute that is on the name is on the person, too. */
    void follow(Person person) {
        Mute mute = person.isMuted() ? person.mute : mutes.get(person.name.key());
        if (mute == null || person.instructor) {
            return;
        }
        if (!person.isMuted()) {
            person.addNews(new Event.Note("muted", WORDS.get("mute.name", mute.name)));
        }
        silence(person, mute);
    }

    private boolean isMuted(Object identity) {
        return muteOf(identity).isPresent();
    }

    /** The mute that the person is under. A person that has left and come back is another object, of the same identity. */
    Optional<Mute> muteOf(Person person) {
        return person.isMuted() ? Optional.of(person.mute) : muteOf(person.identity);
    }

    private Optional<Mute> muteOf(Object identity) {
        return mutes.values().stream().filter(mute -> mute.identity == identity).findFirst();
    }

    private List<Mute> mutesAt(InetAddress address) {
        return mutes.values().stream().filter(mute -> mute.wasSeenAt(address)).collect(Collectors.toList());
    }
}
