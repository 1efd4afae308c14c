package chatlab.client;

import chatlab.protocol.Event;
import java.util.List;

/**
 * A person in the room.
 *
 * @param name as it is shown
 * @param lost whether the connection of that person is lost
 * @param me whether this is the client's own person
 */
public record Participant(String name, boolean instructor, boolean muted, boolean lost, boolean me) {
    /** A person that has just come. */
    static Participant of(String name) {
        return new Participant(name, false, false, false, false);
    }

    /** As a WHO line tells. The client's own person is here, whatever the server says of a connection before this one. */
    static Participant of(Event.Who e, boolean me) {
        List<String> states = List.of(e.state().split(","));
        return new Participant(
                Shown.name(e.name()),
                states.contains("op"),
                states.contains("muted"),
                states.contains("lost") && !me,
                me);
    }

    Participant renamed(String now, boolean nowMe) {
        return new Participant(now, instructor, muted, lost, nowMe);
    }
}
