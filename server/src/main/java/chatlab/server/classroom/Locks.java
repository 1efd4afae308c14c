package chatlab.server.classroom;

import static chatlab.server.support.ServerWords.WORDS;

import chatlab.protocol.Event;
import chatlab.protocol.InstructorCommand.Lock;
import chatlab.protocol.InstructorCommand.Lock.Kind;
import chatlab.protocol.Name;
import chatlab.server.chat.Entrance;
import chatlab.server.chat.Hall;
import chatlab.server.chat.Person;
import chatlab.server.log.EventLog;
import chatlab.server.support.RefusedException;
import java.util.EnumSet;
import java.util.Set;

/**
 * What students may not do for a while. Private messages among them are refused by {@code Silence}, which each message asks. For use
 * within {@link Hall#inOrder}, whose lock guards all of it.
 */
public final class Locks {
    private final Audience audience;
    private final EventLog eventLog;
    private final Set<Kind> locked = EnumSet.noneOf(Kind.class);

    Locks(Audience audience, EventLog eventLog) {
        this.audience = audience;
        this.eventLog = eventLog;
    }

    public void set(Person by, Lock command) {
        Kind kind = command.kind();
        if (command.on()) {
            locked.add(kind);
        } else {
            locked.remove(kind);
        }
        audience.hall().silence().lockPrivate(locked.contains(Kind.PRIVATE));
        Event.Note note = note(kind, command.on());
        audience.tell(note);
        eventLog.note(WORDS.get("lock.done", note.words(), by.name()));
    }

    void greet(Person person) {
        locked.forEach(kind -> person.send(note(kind, true)));
    }

    private static Event.Note note(Kind kind, boolean on) {
        String code = "lock-" + kind.word() + (on ? "-on" : "-off");
        return new Event.Note(code, WORDS.get(code));
    }

    /** The lobby is open to all. */
    public void checkMayJoin(Person person, Name room) throws RefusedException {
        boolean stays = person.room() != null && person.room().name().isTakenFor(room);
        if (isUnder(Kind.ROOMS, person) && !stays && !room.isTakenFor(Name.lobby())) {
            throw Audience.notAllowed("lock-rooms-on");
        }
    }

    /** A person that has chosen no name yet may do that, or a class of guests could not be told apart. */
    public void checkMayBeCalled(Person person, String typed) throws RefusedException {
        boolean hasChosen = person.entrance() != Entrance.OUTSIDE && !person.isGuest();
        if (isUnder(Kind.NAMES, person)
                && hasChosen
                && !typed.equals(person.name().shown())) {
            throw Audience.notAllowed("lock-names-on");
        }
    }

    private boolean isUnder(Kind kind, Person person) {
        return locked.contains(kind) && !person.isInstructor();
    }
}
