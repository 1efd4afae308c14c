package chatlab.server.delivery;

import chatlab.protocol.Event;
import chatlab.protocol.PlainRenderer;
import chatlab.protocol.Rows;
import chatlab.protocol.Utf8;
import java.util.ArrayList;
import java.util.List;

/**
 * Events on their way to the same clients, as one block of lines. The block is made at most twice: once for rich
 * clients, once for plain ones; instructors with plain clients get their own. Used under the lock of the hall.
 */
public final class Batch {
    // A batch with this many events, or this many characters of text, takes no further event. So its bytes fit into the
    // buffer of a writing thread, 64 KiB, also with the longest names and a last text of 4096 characters.
    private static final int MAX_EVENTS = 64;
    private static final int MAX_TEXT = 12 * 1024;

    /** About how many characters a line has beside its text. */
    private static final int SIZE_OF_LINE = 100;

    private final List<Event> events = new ArrayList<>();
    private final PlainRenderer renderer;

    private int text;
    private byte[] rich;
    private byte[] plain;

    private Batch(Event event, PlainRenderer renderer) {
        this.renderer = renderer;
        add(event);
    }

    /** Puts events into blocks, in their order. */
    public static List<Batch> of(List<? extends Event> events, PlainRenderer renderer) {
        List<Batch> batches = new ArrayList<>();
        for (Event event : events) {
            Batch last = batches.isEmpty() ? null : batches.get(batches.size() - 1);
            if (last == null || last.isFull()) {
                batches.add(new Batch(event, renderer));
            } else {
                last.add(event);
            }
        }
        return batches;
    }

    private void add(Event event) {
        events.add(event);
        text += event instanceof Event.Msg message ? message.text().length() : 0;
    }

    private boolean isFull() {
        return events.size() >= MAX_EVENTS || text >= MAX_TEXT;
    }

    public static byte[] line(String line) {
        return Utf8.encode(line + "\n");
    }

    /** A line for a plain client, in rows that fit its terminal. */
    static byte[] rows(String line) {
        return line(String.join("\n", Rows.ofPlain(line)));
    }

    public List<Event> events() {
        return events;
    }

    public byte[] rich() {
        if (rich == null) {
            StringBuilder lines = new StringBuilder(text + SIZE_OF_LINE * events.size());
            for (Event event : events) {
                lines.append(event.print()).append('\n');
            }
            rich = Utf8.encode(lines.toString());
        }
        return rich;
    }

    /** The same as {@code its} puts it into words, without times. Empty when plain clients are not told of these events. */
    public byte[] plain(PlainRenderer its) {
        if (its != renderer) {
            return words(its); // of a plain instructor, of which there are few
        }
        if (plain == null) {
            plain = words(renderer);
        }
        return plain;
    }

    private byte[] words(PlainRenderer its) {
        StringBuilder lines = new StringBuilder(text + SIZE_OF_LINE * events.size());
        for (Event event : events) {
            its.render(event, "")
                    .ifPresent(line ->
                            Rows.ofPlain(line).forEach(row -> lines.append(row).append('\n')));
        }
        return Utf8.encode(lines.toString());
    }
}
