package chatlab.server.chat;

import static chatlab.server.support.ServerWords.WORDS;

import chatlab.protocol.ClassroomEvent;
import chatlab.protocol.Event;
import chatlab.protocol.Numbered;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * The last messages of one room, and which of them were removed, bounded in number and in size. A paste is one message, of
 * which all lines are here or none. Guarded by the lock of the {@link Hall}.
 */
public final class History {
    /** Bytes or so for each message that may be kept: few are that long, so mostly the number decides. */
    private static final int SIZE_EACH = 512;

    /** What a line costs beside its text. */
    private static final int SIZE_OF_LINE = 64;

    private final int maxMessages;
    private final Deque<List<? extends Numbered>> messages = new ArrayDeque<>();
    private long size;

    /** The greatest id that is no longer here. */
    private long forgotten;

    /** {@code forgotten}: the greatest id that was forgotten before this began. */
    History(int maxMessages, long forgotten) {
        this.maxMessages = maxMessages;
        this.forgotten = forgotten;
    }

    /** Adds the lines of one message. */
    void add(List<? extends Numbered> message) {
        messages.add(message);
        size += size(message);
        while (messages.size() > maxMessages || (size > (long) maxMessages * SIZE_EACH && messages.size() > 1)) {
            List<? extends Numbered> oldest = messages.remove();
            size -= size(oldest);
            forgotten = oldest.get(0).id();
        }
    }

    /** The message with this number, or its first line; empty where it is not here. */
    Optional<Event.Msg> find(long id) {
        return messages.stream()
                .map(message -> message.get(0))
                .filter(line -> line.id() == id && line instanceof Event.Msg)
                .map(Event.Msg.class::cast)
                .findFirst();
    }

    /** In the place of the message comes, at the end, that it was removed: for a client that has it, and comes back. */
    void remove(ClassroomEvent.Gone gone) {
        messages.removeIf(message -> message.get(0).id() == gone.of());
        size = messages.stream().mapToLong(History::size).sum();
        add(List.of(gone));
    }

    /** Forgets all messages. */
    void clear() {
        if (!messages.isEmpty()) {
            forgotten = lastId();
            messages.clear();
            size = 0;
        }
    }

    /** The greatest id that is or was here, or was forgotten before. */
    long lastId() {
        return messages.isEmpty() ? forgotten : messages.getLast().get(0).id();
    }

    /** What came after the message {@code id}, oldest first, line by line. */
    public List<Numbered> after(long id) {
        List<Numbered> lines = new ArrayList<>();
        for (List<? extends Numbered> message : messages) {
            if (message.get(0).id() > id) {
                lines.addAll(message);
            }
        }
        return lines;
    }

    /** Whether a message that came after the message {@code id} is no longer here. */
    public boolean hasGapAfter(long id) {
        return forgotten > id;
    }

    /**
     * The last messages, oldest first, as many as fit into {@code maxLines}. A paste that is longer than that is one line,
     * which says how to see it.
     */
    List<Event> last(int maxLines) {
        List<Event> lines = new ArrayList<>();
        for (Iterator<List<? extends Numbered>> newest = messages.descendingIterator(); newest.hasNext(); ) {
            List<? extends Event> message = inShort(newest.next(), maxLines);
            if (lines.size() + message.size() > maxLines) {
                break;
            }
            lines.addAll(0, message);
        }
        return lines;
    }

    /** A newcomer has seen nothing of what was removed, so it is not told of that. */
    private static List<? extends Event> inShort(List<? extends Numbered> message, int maxLines) {
        if (!(message.get(0) instanceof Event.Msg first)) {
            return List.of();
        }
        return message.size() <= maxLines
                ? message.stream().map(Numbered::asOld).toList()
                : List.of(new Event.Note("", WORDS.get("history.paste", first.from(), message.size())));
    }

    private static long size(List<? extends Numbered> message) {
        long size = 0;
        for (Numbered line : message) {
            size += SIZE_OF_LINE + (line instanceof Event.Msg said ? said.text().length() : 0);
        }
        return size;
    }
}
