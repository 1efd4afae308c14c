package chatlab.server.chat;

import static chatlab.server.support.ServerWords.WORDS;

import chatlab.protocol.Chat1;
import chatlab.protocol.ErrorCode;
import chatlab.protocol.Event;
import chatlab.protocol.Part;
import chatlab.server.support.RefusedException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What is said, and what number a message gets. For use within {@link Hall#inOrder}, whose lock guards all of it. */
public final class Publisher {
    private static final String SERVER = "server";

    private final Hall hall;
    private long lastId;

    /** Goes on counting where {@code lastId} left off. */
    public Publisher(Hall hall, long lastId) {
        this.hall = hall;
        this.lastId = lastId;
    }

    /** A text for the room, and the tag with which a rich speaker gets it back. */
    public record Saying(String text, String tag) {}

    /** To the room, one message after the other. */
    public void say(Person person, List<Saying> sayings) throws RefusedException {
        hall.silence().checkMaySpeak(person, null);
        Instant now = Hall.now();
        String room = person.room.name().shown();
        String from = person.name.shown();
        List<Event.Msg> messages = new ArrayList<>(sayings.size());
        for (Saying saying : sayings) {
            Event.Msg message = new Event.Msg(room, "", from, ++lastId, now, Part.WHOLE, false, "", saying.text());
            person.room.history().add(List.of(message));
            messages.add(message);
        }
        hall.tell(List.of(person.room), messages, person, Hall.peer(person));
        if (person.connection.isRich()) {
            for (int i = 0; i < messages.size(); i++) {
                person.connection.send(messages.get(i).answering(sayings.get(i).tag()));
            }
        }
    }

    /** To the room. Several lines are a paste. The speaker gets its own words back with {@code tag}. */
    public void say(Person person, List<String> lines, boolean paste, String tag) throws RefusedException {
        hall.silence().checkMaySpeak(person, null);
        String room = person.room.name().shown();
        publish(List.of(person.room), messages(room, "", person.name.shown(), lines, paste), person, tag);
    }

    /** To one person. Private messages are in no transcript and no history. */
    public void whisper(Person person, String to, List<String> lines, boolean paste, String tag)
            throws RefusedException {
        if (isServer(to)) {
            whisperToServer(person, lines, paste, tag);
            return;
        }
        Person receiver = hall.present(to);
        hall.silence().checkMaySpeak(person, receiver);
        if (receiver.connection.hasMuchToRead()) { // or a few with long pastes could have it closed as too slow
            throw new RefusedException(ErrorCode.FULL, WORDS.get("full.reader", receiver.name.shown()));
        }
        for (Event.Msg message : messages("", receiver.name.shown(), person.name.shown(), lines, paste)) {
            if (receiver != person) {
                receiver.connection.send(message);
            }
            person.connection.send(message.answering(tag));
        }
    }

    /** The server counts as an instructor, so everybody may write to it. It is read at the server's screen. */
    private void whisperToServer(Person person, List<String> lines, boolean paste, String tag) {
        for (Event.Msg message : messages("", SERVER, person.name.shown(), lines, paste)) {
            hall.toServer(message, Hall.peer(person));
            person.connection.send(message.answering(tag));
        }
    }

    /** The server itself to one person. */
    public void whisper(String to, String text) throws RefusedException {
        Person receiver = hall.present(to);
        messages("", receiver.name.shown(), SERVER, List.of(text), false).forEach(receiver.connection::send);
    }

    private static boolean isServer(String name) {
        return name.equalsIgnoreCase(SERVER);
    }

    /** To all rooms. */
    public void announce(Person person, String text, String tag) {
        publish(
                hall.rooms().all(),
                messages(Chat1.ALL_ROOMS, "", person.name.shown(), List.of(text), false),
                person,
                tag);
    }

    /** The server itself to all rooms. */
    public void announce(String text) {
        publish(hall.rooms().all(), messages(Chat1.ALL_ROOMS, "", SERVER, List.of(text), false), null, "");
    }

    /** The server itself to one room. */
    public void say(Room room, String text) {
        publish(List.of(room), messages(room.name().shown(), "", SERVER, List.of(text), false), null, "");
    }

    public boolean isHushed() {
        return hall.silence().isHushed();
    }

    public void hush(boolean on) {
        hall.silence().hush(on);
        hall.tell(hall.rooms().all(), List.of(hushNote()), null, "");
    }

    public Event.Note hushNote() {
        String code = isHushed() ? "hush-on" : "hush-off";
        return new Event.Note(code, WORDS.get(code));
    }

    /** The lines of one message, which have one number and one time. */
    private List<Event.Msg> messages(String room, String to, String from, List<String> lines, boolean paste) {
        long id = ++lastId;
        Instant now = Hall.now();
        List<Event.Msg> messages = new ArrayList<>();
        for (String line : lines) {
            Part part = paste ? new Part(messages.size() + 1, lines.size()) : Part.WHOLE;
            messages.add(new Event.Msg(room, to, from, id, now, part, false, "", line));
        }
        return messages;
    }

    /** A plain client's terminal shows its own words already, so only a rich one gets them back. */
    private void publish(Collection<Room> rooms, List<Event.Msg> messages, Person from, String tag) {
        rooms.forEach(room -> room.history().add(messages));
        hall.tell(rooms, messages, from, from == null ? "" : Hall.peer(from));
        if (from != null && from.connection.isRich()) {
            messages.forEach(message -> from.connection.send(message.answering(tag)));
        }
    }
}
