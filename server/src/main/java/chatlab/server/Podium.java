package chatlab.server;

import chatlab.protocol.ErrorCode;
import chatlab.protocol.Event;

/**
 * What the instructor can do, from a client or from the server's keyboard. For use within {@link Hall#inOrder}, whose
 * lock guards all that is changed here.
 */
final class Podium {
    private final Hall hall;
    private final Journal journal;

    Podium(Hall hall, Journal journal) {
        this.hall = hall;
        this.journal = journal;
    }

    void makeInstructor(Person person, String by) {
        person.instructor = true;
        person.muted = false;
        inform(person, "op", Words.get("op.you"));
        hall.showState(person);
        journal.note(Words.get("op.done", person.name, by, person.isLost() ? "-" : Hall.peer(person)));
    }

    void makeStudent(Person person, String by) throws Refused {
        if (!person.instructor) {
            throw new Refused(ErrorCode.NOT_ALLOWED, Words.get("deop.student", person.name));
        }
        person.instructor = false;
        inform(person, "deop", Words.get("deop.you"));
        hall.showState(person);
        journal.note(Words.get("deop.done", person.name, by));
    }

    void mute(Person person, String by, String reason) throws Refused {
        if (person.instructor) {
            throw new Refused(ErrorCode.NOT_ALLOWED, Words.get("mute.instructor"));
        }
        person.muted = true;
        inform(person, "muted", withReason(Words.get("mute.you"), reason));
        hall.showState(person);
        journal.note(Words.get("mute.done", person.name, by));
    }

    void unmute(Person person, String by, String reason) {
        if (!person.muted) {
            return;
        }
        person.muted = false;
        inform(person, "unmuted", withReason(Words.get("unmute.you"), reason));
        hall.showState(person);
        journal.note(Words.get("unmute.done", person.name, by));
    }

    void kick(Person person, String by, String reason) {
        Connection connection = person.connection;
        journal.note(Words.get("kick.done", person.name, by));
        hall.depart(person, "kicked", reason);
        if (connection != null) {
            connection.goodbye(new Event.Bye("", "kicked", withReason(Words.get("kick.you"), reason)));
        }
    }

    private void inform(Person person, String code, String words) {
        if (!person.isLost()) {
            person.connection.send(new Event.Note(code, words));
        }
    }

    private static String withReason(String words, String reason) {
        return reason.isBlank() ? words : words + " " + Words.get("reason") + " " + reason.strip();
    }
}
