package chatlab.server;

import chatlab.protocol.ErrorCode;
import chatlab.protocol.Event;
import chatlab.protocol.Name;
import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the instructor can do, from a client or from the server's keyboard. For use within {@link Hall#inOrder}, whose
 * lock guards all that is changed here.
 */
final class Podium {
    private final Hall hall;
    private final Journal journal;

    /** From where nobody may come in any more, and how the person was called that this is due to. */
    private final Map<InetAddress, String> banned = new LinkedHashMap<>();

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
        if (banned.containsKey(person.address())) {
            sendAway(person, Words.get("ban.you"), "");
        }
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

    void unmute(Person person, String by, String reason) throws Refused {
        if (!person.muted) {
            throw new Refused(ErrorCode.NOT_ALLOWED, Words.get("unmute.nobody", person.name));
        }
        person.muted = false;
        inform(person, "unmuted", withReason(Words.get("unmute.you"), reason));
        hall.showState(person);
        journal.note(Words.get("unmute.done", person.name, by));
    }

    void kick(Person person, String by, String reason) {
        journal.note(Words.get("kick.done", person.name, by));
        sendAway(person, Words.get("kick.you"), reason);
    }

    /**
     * Sends away everybody who comes from where this person is or was, and lets nobody in from there: a name can be
     * changed, and who was kicked comes back. {@code typed} is how the person was called. Returns what was done, in words.
     */
    String ban(Person person, String typed, String by, String reason) throws Refused {
        InetAddress address = person.address();
        String from = AddressGroups.show(address);
        List<Person> fromThere = hall.roster().all().stream()
                .filter(other -> address.equals(other.address()))
                .toList();
        for (Person other : fromThere) {
            if (other.instructor) {
                throw new Refused(ErrorCode.NOT_ALLOWED, Words.get("ban.instructor", other.name, from));
            }
        }
        banned.put(address, typed);
        journal.note(Words.get("ban.done", from, typed, by, fromThere.size()));
        fromThere.forEach(other -> sendAway(other, Words.get("ban.you"), reason));
        return Words.get("ban.ok", from, fromThere.size());
    }

    /** {@code typed}: the address, or the name by which it was banned. */
    void unban(String typed, String by) throws Refused {
        boolean found = banned.entrySet()
                .removeIf(ban -> AddressGroups.isMeant(typed, ban.getKey())
                        || Name.keyOf(ban.getValue()).equals(Name.keyOf(typed)));
        if (!found) {
            throw new Refused(ErrorCode.NO_SUCH_NAME, Words.get("unban.nobody", typed));
        }
        journal.note(Words.get("unban.done", typed, by));
    }

    /** From where nobody may come in, and how the person was called that this is due to. */
    Map<InetAddress, String> banned() {
        return banned;
    }

    /** An instructor may from everywhere. */
    void checkMayComeIn(Person person, InetAddress address) throws Refused {
        if (!person.instructor && banned.containsKey(address)) {
            throw new Refused(ErrorCode.NOT_ALLOWED, Words.get("ban.you"));
        }
    }

    private void sendAway(Person person, String words, String reason) {
        Connection connection = person.connection;
        hall.depart(person, "kicked", reason);
        if (connection != null) {
            connection.goodbye(new Event.Bye("", "kicked", withReason(words, reason)));
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
