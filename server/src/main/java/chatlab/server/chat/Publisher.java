package chatlab.server.chat;

import static chatlab.server.support.ServerWords.WORDS;

import chatlab.protocol.Chat1;
import chatlab.protocol.ErrorCode;
import chatlab.protocol.Event;
import chatlab.protocol.Part;
import chatlab.server.chat.Speakers.Said;
import chatlab.server.log.EventLog;
import chatlab.server.support.RefusedException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Publishes messages and numbers them. For use within {@link Hall#inOrder}, whose lock guards all of it. The server speaks
 * as the person {@link Hall#server}.
 */
public final class Publisher {
    private final Hall hall;
    private final EventLog eventLog;
    private final Speakers speakers = new Speakers();
    private long lastId;

    /** Goes on counting after {@code lastId}. */
    public Publisher(Hall hall, EventLog eventLog, long lastId) {
        this.hall = hall;
        this.eventLog = eventLog;
        this.lastId = lastId;
    }

    /** Where a message is seen: in the speaker's own room, or in all rooms. */
    public enum Reach {
        ROOM,
        ALL_ROOMS
    }

    /** Publishes one message after the other. A rich speaker gets its own messages back; a terminal shows them already. */
    public void post(Person speaker, Reach reach, List<Draft> drafts) throws RefusedException {
        hall.silence().checkMaySpeak(speaker, null);
        boolean everywhere = reach == Reach.ALL_ROOMS;
        Room here = hall.rooms().of(speaker);
        Collection<Room> rooms = everywhere ? hall.rooms().all() : List.of(here);
        String place = everywhere ? Chat1.ALL_ROOMS : here.name().shown();
        List<Event.Msg> all = new ArrayList<>(drafts.size());
        List<Event.Msg> answers = new ArrayList<>();
        for (Draft draft : drafts) {
            List<Event.Msg> message = number(draft, place, "", speaker);
            rooms.forEach(room -> room.history().add(message));
            all.addAll(message);
            if (speaker.isRich()) {
                message.forEach(line -> answers.add(line.answering(draft.tag())));
            }
        }
        hall.broadcast(rooms, all, speaker);
        answers.forEach(speaker::send);
    }

    /** Sends a message to one person. It is in no transcript and no history. The receiver may be the server. */
    public void whisper(Person speaker, String to, Draft draft) throws RefusedException {
        whisper(speaker, receiver(to), draft);
    }

    /** The same to a person that was found earlier, and may have left meanwhile. */
    public void whisper(Person speaker, Person receiver, Draft draft) throws RefusedException {
        if (!isHere(receiver)) {
            throw RefusedException.noSuchName(receiver.name.shown());
        }
        hall.silence().checkMaySpeak(speaker, receiver);
        if (receiver.hasMuchToRead()) { // otherwise long pastes of a few senders could close the receiver as too slow
            throw new RefusedException(ErrorCode.FULL, WORDS.get("full.reader", receiver.name));
        }
        for (Event.Msg line : number(draft, "", receiver.name.shown(), speaker)) {
            if (receiver == hall.server()) {
                eventLog.whispered(line, speaker.peer());
            } else if (receiver != speaker) {
                receiver.send(line);
            }
            speaker.send(line.answering(draft.tag()));
        }
    }

    /** The people that said the last messages. */
    public Speakers speakers() {
        return speakers;
    }

    /** The number of a message, or of what has its place among the messages. */
    public long nextId() {
        return ++lastId;
    }

    /** Checks that the person may speak to {@code receiver}, or to its room if that is null. */
    public void checkMaySpeak(Person speaker, Person receiver) throws RefusedException {
        hall.silence().checkMaySpeak(speaker, receiver);
    }

    /** The person of this name, to which others can write now. */
    public Person receiver(String name) throws RefusedException {
        Person server = hall.server();
        return name.equalsIgnoreCase(server.name.shown())
                ? server
                : hall.roster().present(name);
    }

    private boolean isHere(Person receiver) {
        return receiver == hall.server() || !receiver.isLost() && receiver.room() != null;
    }

    /** The lines of one message, which have one number and one time. */
    private List<Event.Msg> number(Draft draft, String room, String to, Person speaker) {
        long id = nextId();
        Instant now = Hall.now();
        speakers.add(new Said(id, speaker, speaker.name.shown(), room)); // for a command such as "kick #7"
        int parts = draft.lines().size();
        List<Event.Msg> lines = new ArrayList<>(parts);
        for (String text : draft.lines()) {
            Part part = draft.isPaste() ? new Part(lines.size() + 1, parts) : Part.WHOLE;
            lines.add(new Event.Msg(room, to, speaker.name.shown(), id, now, part, false, "", text));
        }
        return lines;
    }
}
