package chatlab.server.classroom;

import static chatlab.server.support.ServerWords.WORDS;

import chatlab.protocol.ClassroomCommand;
import chatlab.protocol.ClassroomEvent;
import chatlab.protocol.ErrorCode;
import chatlab.protocol.InstructorCommand;
import chatlab.server.chat.Hall;
import chatlab.server.chat.Moderation;
import chatlab.server.chat.Naming;
import chatlab.server.chat.Person;
import chatlab.server.chat.Publisher;
import chatlab.server.chat.Speakers;
import chatlab.server.chat.Speakers.Said;
import chatlab.server.log.EventLog;
import chatlab.server.support.RefusedException;
import java.util.Optional;

/**
 * Puts right what was said: removes a message from all histories, and gives a person another name. The transcript keeps the
 * text, and says that the message was removed. For use within {@link Hall#inOrder}, whose lock guards all of it.
 */
public final class Corrections {
    private final Hall hall;
    private final Publisher publisher;
    private final Moderation moderation;
    private final Naming naming;
    private final EventLog eventLog;

    public Corrections(Hall hall, Publisher publisher, Moderation moderation, Naming naming, EventLog eventLog) {
        this.hall = hall;
        this.publisher = publisher;
        this.moderation = moderation;
        this.naming = naming;
        this.eventLog = eventLog;
    }

    /** Removes a message that was said to a room. A message that was removed already is not removed again. */
    public void drop(Person by, ClassroomCommand.Drop command) throws RefusedException {
        Speakers speakers = publisher.speakers();
        if (by.isInstructor() && speakers.isGone(command.id())) {
            return; // perhaps no history has it any more
        }
        Said said = meant(by, command.id());
        if (said.isPrivate()) {
            throw Audience.notAllowed("drop.private");
        }
        if (!by.isInstructor() && !said.isBy(by)) {
            throw Audience.notAllowed("drop.others");
        }
        if (!speakers.isGone(said.id())) {
            remove(by, said);
        }
    }

    private Said meant(Person by, long id) throws RefusedException {
        if (id == 0) {
            return publisher.speakers().lastOf(by).orElseThrow(() -> Audience.notAllowed("drop.none"));
        }
        return publisher
                .speakers()
                .find(id)
                .or(() -> inAHistory(id))
                .orElseThrow(() -> new RefusedException(
                        ErrorCode.NO_SUCH_NAME, WORDS.get("no-such-message", "#" + id, Speakers.MAX)));
    }

    /** A message whose speaker is not known any more: it is older, or was said before a crash of the server. */
    private Optional<Said> inAHistory(long id) {
        return hall.rooms().findMessage(id).map(message -> new Said(id, null, message.from(), message.room()));
    }

    private void remove(Person by, Said said) {
        publisher.speakers().remove(said.id());
        String remover = by.name().shown();
        ClassroomEvent.Gone gone =
                new ClassroomEvent.Gone(publisher.nextId(), said.room(), said.id(), said.from(), remover, Hall.now());
        eventLog.removed(gone, WORDS.get("drop.done", said.id(), said.from(), said.room(), remover));
        hall.rooms().remove(gone);
    }

    /** Gives the person another name. {@code #ID} means the person that said this message. */
    public void rename(Person by, InstructorCommand.Rename command) throws RefusedException {
        Person person = moderation.meant(command.name());
        String before = person.name().shown();
        naming.give(by, person, command.now());
        eventLog.note(WORDS.get("rename.done", before, person.name(), by.name()));
    }
}
