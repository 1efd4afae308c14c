package chatlab.server.log;

import chatlab.protocol.Chat1;
import chatlab.protocol.Event;
import chatlab.protocol.Name;
import chatlab.server.support.Secrets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A series of message numbers, which has a name of its own: a client that comes back sees by it whether the numbers it
 * knows still mean the same messages.
 */
public final class MessageRun {
    /**
     * Private messages have numbers too and are in no transcript, so after a crash nobody knows how many there were. So
     * many numbers are left free for them.
     */
    private static final int LEFT_FREE = 1000;

    /** A series that counted farther does not go on: no class says so much, and programs in other languages count to 2^53. */
    private static final long GREATEST = 1L << 52;

    private final String run;
    private final long lastId;
    private final long forgotten;
    private final Map<String, List<List<Event.Msg>>> messages = new HashMap<>();

    private MessageRun(String run, long lastId, long forgotten, List<Event.Msg> recovered, Map<String, Long> cleared) {
        this.run = run;
        this.lastId = lastId;
        this.forgotten = forgotten;
        messages.put(Name.keyOf(Chat1.LOBBY), new ArrayList<>());
        for (Event.Msg line : recovered) {
            if (line.room().equals(Chat1.ALL_ROOMS)) {
                messages.forEach((key, room) -> addUnlessCleared(line, key, room, cleared));
            } else {
                String key = Name.keyOf(line.room());
                addUnlessCleared(line, key, messages.computeIfAbsent(key, room -> new ArrayList<>()), cleared);
            }
        }
    }

    /** A new series that starts with 1. */
    static MessageRun fresh() {
        return new MessageRun(Secrets.random(6), 0, 0, List.of(), Map.of());
    }

    /** Whether the series that broke off with {@code tail} can go on: it has a name, and it is known how far it counted. */
    static boolean canResume(TranscriptTail tail) {
        boolean countable = !tail.cut() || tail.lastId() > 0;
        return !tail.run().isEmpty() && countable && tail.lastId() <= GREATEST;
    }

    /** The series that broke off with {@code tail}. */
    static MessageRun resumed(TranscriptTail tail) {
        long firstId = tail.messages().stream().mapToLong(Event.Msg::id).min().orElse(tail.lastId() + 1);
        return new MessageRun(
                tail.run(), tail.lastId() + LEFT_FREE, tail.cut() ? firstId - 1 : 0, tail.messages(), tail.cleared());
    }

    public String run() {
        return run;
    }

    /** The number after which new messages are counted. */
    public long lastId() {
        return lastId;
    }

    /** The greatest number of which nobody knows any more what it was; 0 if all are known. */
    public long forgotten() {
        return forgotten;
    }

    private static void addUnlessCleared(
            Event.Msg line, String key, List<List<Event.Msg>> room, Map<String, Long> cleared) {
        if (line.id() > cleared.getOrDefault(key, 0L)) {
            add(line, room);
        }
    }

    /** The lines of a paste are one message. */
    private static void add(Event.Msg line, List<List<Event.Msg>> room) {
        boolean isNext = !room.isEmpty() && room.get(room.size() - 1).get(0).id() == line.id();
        List<Event.Msg> message = isNext ? room.get(room.size() - 1) : new ArrayList<>();
        message.add(line);
        if (!isNext) {
            room.add(message);
        }
    }

    /** What was said in this room before the crash, for the first who asks. */
    public List<List<Event.Msg>> takeMessagesOf(Name room) {
        List<List<Event.Msg>> found = messages.remove(room.key());
        return found == null ? List.of() : found;
    }
}
