package chatlab.server.classroom;

import static chatlab.server.support.ServerWords.WORDS;

import chatlab.protocol.ErrorCode;
import chatlab.protocol.Event;
import chatlab.server.chat.Hall;
import chatlab.server.chat.Person;
import chatlab.server.support.RefusedException;
import java.util.List;

/** All people that can be told something now, in whatever room they are. For use within {@link Hall#inOrder}. */
final class Audience {
    private final Hall hall;

    Audience(Hall hall) {
        this.hall = hall;
    }

    Hall hall() {
        return hall;
    }

    List<Person> all() {
        return hall.roster().all().stream().filter(Audience::isHere).toList();
    }

    static boolean isHere(Person person) {
        return !person.isLost() && person.room() != null;
    }

    void tell(Event event) {
        all().forEach(person -> person.send(event));
    }

    /** A text that a person has typed, without the blanks around it. */
    static String text(String typed, int most) throws RefusedException {
        String text = typed.strip();
        if (text.codePointCount(0, text.length()) > most) {
            throw new RefusedException(ErrorCode.TOO_LONG, WORDS.get("classroom.too-long", most));
        }
        return text;
    }

    static RefusedException notAllowed(String key, Object... arguments) {
        return new RefusedException(ErrorCode.NOT_ALLOWED, WORDS.get(key, arguments));
    }
}
