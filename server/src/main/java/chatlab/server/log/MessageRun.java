package chatlab.server.log;

import chatlab.protocol.Chat1;
import chatlab.protocol.ClassroomEvent;
import chatlab.protocol.Event;
import chatlab.protocol.Name;
import chatlab.protocol.Numbered;
import chatlab.server.support.Secrets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A run of message numbers and its name. A client that comes back compares the name: only within one run do the numbers that
 * it knows mean the same messages. Used while the server starts and then under the lock of the hall.
 */
public final class MessageRun {
    /**
     * Private messages have numbers but are not in the transcript, so after a crash their count is unknown. This many numbers
     * are left free for them.
     */
    private static final int LEFT_FREE = 1000;

    /** A run beyond this number is not resumed. No class needs so many, and other languages count exactly only to 2^53. */
    private static final long GREATEST = 1L << 52;

    private final String name;
    private final long lastId;
    private final int lastGuest;
    private final long forgotten;

    /** By the key of a room: the number up to which its messages were cleared, or were gone when it ended. */
    private final Map<String, Long> cleared;

    /** The recovered messages of each room, by the key of its name. A message is a list of lines: a paste has several. */
    private final Map<String, List<List<Numbered>>> messages = new HashMap<>();

    private MessageRun(
            String name,
            long lastId,
            int lastGuest,
            long forgotten,
            List<Numbered> recovered,
            Map<String, Long> cleared) {
        this.name = name;
        this.lastId = lastId;
        this.lastGuest = lastGuest;
        this.forgotten = forgotten;
        this.cleared = cleared;
        messages.put(Name.keyOf(Chat1.LOBBY), new ArrayList<>());
        for (Numbered line : recovered) {
            if (line.room().equals(Chat1.ALL_ROOMS)) {
                messages.keySet().forEach(room -> add(line, room));
            } else {
                String room = Name.keyOf(line.room());
                messages.computeIfAbsent(room, key -> new ArrayList<>());
                add(line, room);
            }
        }
    }

    /** A new run: its first message has the number 1. */
    static MessageRun fresh() {
        return new MessageRun(Secrets.random(6), 0, 0, 0, List.of(), Map.of());
    }

    /** Whether the run at the end of a transcript can go on: its name and its last number are known. */
    static boolean canResume(TranscriptTail tail) {
        boolean lastIdIsKnown = !tail.cut() || tail.lastId() > 0;
        return !tail.run().isEmpty() && lastIdIsKnown && tail.lastId() <= GREATEST;
    }

    /** The run at the end of a transcript, continued. */
    static MessageRun resumed(TranscriptTail tail) {
        long firstId = tail.messages().stream().mapToLong(Numbered::id).min().orElse(tail.lastId() + 1);
        return new MessageRun(
                tail.run(),
                tail.lastId() + LEFT_FREE,
                tail.lastGuest(),
                tail.cut() ? firstId - 1 : 0,
                tail.messages(),
                tail.cleared());
    }

    public String name() {
        return name;
    }

    /** The next message has the number after this one. */
    public long lastId() {
        return lastId;
    }

    /** The next guest has a number after this one: another person that had the same name would seem to say what is recovered. */
    public int lastGuest() {
        return lastGuest;
    }

    /** The greatest number of a message which may be lost in this room; 0 when none is. */
    public long forgottenIn(Name room) {
        return Math.max(forgotten, cleared.getOrDefault(room.key(), 0L));
    }

    private void add(Numbered line, String roomKey) {
        if (line.id() <= cleared.getOrDefault(roomKey, 0L)) {
            return;
        }
        List<List<Numbered>> room = messages.get(roomKey);
        boolean isSamePaste =
                !room.isEmpty() && room.get(room.size() - 1).get(0).id() == line.id();
        if (!isSamePaste) {
            room.add(new ArrayList<>());
        }
        room.get(room.size() - 1).add(line);
    }

    /** The message with this number, or its first line, in a room that has not been opened since the crash. */
    public Optional<Event.Msg> find(long id) {
        return messages.values().stream()
                .flatMap(List::stream)
                .map(message -> message.get(0))
                .filter(line -> line.id() == id && line instanceof Event.Msg)
                .map(Event.Msg.class::cast)
                .findFirst();
    }

    /** A message was removed: it does not come back with a room that is opened later. */
    public void remove(ClassroomEvent.Gone gone) {
        for (List<List<Numbered>> room : messages.values()) {
            if (room.removeIf(message -> message.get(0).id() == gone.of())) {
                room.add(List.of(gone));
            }
        }
    }

    /** Takes out the messages of this room from before the crash: empty at the second call. */
    public List<List<Numbered>> takeMessagesOf(Name room) {
        List<List<Numbered>> found = messages.remove(room.key());
        return found == null ? List.of() : found;
    }
}
