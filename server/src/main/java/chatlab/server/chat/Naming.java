package chatlab.server.chat;

import static chatlab.server.support.ServerWords.WORDS;

import chatlab.protocol.ErrorCode;
import chatlab.protocol.Event;
import chatlab.protocol.Name;
import chatlab.server.chat.KeptNames.Kept;
import chatlab.server.delivery.Connection;
import chatlab.server.log.EventLog;
import chatlab.server.support.RefusedException;
import chatlab.server.support.Secrets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives a person another name, or a new connection to the person that has a name. For use within {@link Hall#inOrder}, whose
 * lock guards all that is changed here.
 */
public final class Naming {
    /** Names that instructors have given, more than a class needs. */
    private static final int MAX_GIVEN = 1000;

    private final Hall hall;
    private final Roster roster;
    private final KeptNames kept;
    private final Neighbours neighbours;
    private final Silence silence;
    private final EventLog eventLog;

    /** By the token of a person: the name that an instructor has given it. */
    private final Map<String, Name> given = new LinkedHashMap<>();

    public Naming(Hall hall, EventLog eventLog) {
        this.hall = hall;
        this.roster = hall.roster();
        this.kept = roster.kept();
        this.neighbours = roster.neighbours();
        this.silence = hall.silence();
        this.eventLog = eventLog;
    }

    /**
     * Changes the name. The others in the room are told; the person itself is told by the caller.
     *
     * @param token may prove that the name is kept for this person; empty if there is none
     * @throws RefusedException where the name cannot be had
     */
    public void rename(Person person, String typed, String token) throws RefusedException {
        Name old = person.name;
        if (typed.equals(old.shown())) {
            return;
        }
        if (given.containsKey(person.token) && !person.instructor) {
            throw new RefusedException(ErrorCode.NOT_ALLOWED, WORDS.get("rename.kept", old));
        }
        silence.meet(person);
        Name name = silence.spelling(RefusedException.orPerson(typed));
        if (!person.instructor && !given.containsKey(token)) { // a given name may look like one that was taken away
            kept.checkNotTakenAway(name);
        }
        List<Kept> back = check(name, person, token);
        silence.checkMayBeCalled(person, name, back.stream().map(Kept::identity));
        change(person, name, back, token);
        if (given.containsKey(token)) {
            keepGiven(person); // the token has led a newcomer to this name
        }
    }

    private void change(Person person, Name name, List<Kept> back, String token) {
        Name old = person.name;
        back.forEach(itsOwn -> comeBack(person, itsOwn));
        boolean wasMuted = person.isMuted();
        roster.claim(name, person);
        back.forEach(itsOwn -> resume(person, itsOwn, token));
        settle(person);
        noteLostRights(person);
        hall.tellName(person, old, person.isMuted() != wasMuted);
    }

    /**
     * Gives the person a name that it cannot change in this run, by order of an instructor: no mute, hush or lock holds that
     * back. All others in the room and the person are told.
     *
     * @throws RefusedException where the name cannot be had, or the person has left
     */
    public void give(Person by, Person person, String typed) throws RefusedException {
        if (!roster.knows(person)) {
            throw RefusedException.noSuchName(person.name.shown());
        }
        Name old = person.name;
        Name name = RefusedException.orPerson(typed);
        silence.checkMayBeGiven(person, name);
        if (!name.shown().equals(old.shown())) {
            boolean isWorthTaking = !person.isGuest() && !old.isTakenFor(name);
            change(person, name, check(name, person, ""), "");
            if (isWorthTaking) {
                kept.takeAway(old);
            }
            person.send(new Event.Nick(old.shown(), name.shown(), Hall.now()));
        }
        silence.muteGivenName(person);
        keepGiven(person);
        person.sendNowOrLater(new Event.Note("renamed", WORDS.get("rename.you", by.actor(), name)));
    }

    private void keepGiven(Person person) {
        given.put(person.token, person.name);
        if (given.size() > MAX_GIVEN) {
            given.remove(given.keySet().iterator().next());
        }
    }

    /** The name to which this token leads: the one that an instructor has given its person, or else {@code typed}. */
    public String nameOf(String token, String typed) {
        return given.containsKey(token) ? given.get(token).shown() : typed;
    }

    /** Checks that the person may have the name. Returns what was kept of it, and of names like it, for this very person. */
    private List<Kept> check(Name name, Person person, String token) throws RefusedException {
        List<Kept> found = new ArrayList<>();
        for (Person other : roster.all()) {
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
        return found;
    }

    /** The person had the name before, and gets back the name alone: only {@link #takeOver} brings the rest. */
    private void comeBack(Person person, Kept itsOwn) {
        neighbours.merge(person, itsOwn.identity());
        roster.find(itsOwn.name().shown()).filter(Person::isLost).ifPresent(hall::forget);
    }

    /** The person goes on with the name as if it had never left it. Without the token it proves too little to get that. */
    private void resume(Person person, Kept itsOwn, String token) {
        person.namedAt = itsOwn.namedAt();
        if (Secrets.areSame(itsOwn.token(), token)) {
            person.token = token; // the client may never read the HELLO with another one
        }
    }

    private void noteLostRights(Person person) {
        if (roster.lacksRights(person)) {
            person.addNews(new Event.Note("deop", WORDS.get("deop.lost", person.name)));
            eventLog.note(WORDS.get("deop.lost.done", person.name, person.peer()));
        }
    }

    /** Makes {@code connection} speak for a person that was lost, or that has another connection. */
    public void takeOver(Person person, Connection connection) {
        Connection before = person.connection;
        person.connection = connection;
        hall.noteFound(person);
        settle(person);
        eventLog.tookOver(person.name.shown(), person.peer());
        if (before != null) {
            before.goodbye(new Event.Bye("", "replaced", WORDS.get("bye.replaced")));
        } else {
            hall.showStateToOthers(person); // the person itself expects nothing before HELLO
        }
    }

    /** The person has a new name, or a new address. */
    private void settle(Person person) {
        neighbours.see(person, roster.all());
        silence.follow(person);
        if (!person.isLost()) {
            person.connection.setName(person.name.shown());
        }
    }
}
