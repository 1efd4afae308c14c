package chatlab.swing.hood;

import chatlab.protocol.ClientLine;
import chatlab.protocol.Greeting;
import chatlab.protocol.Utf8;
import chatlab.swing.hood.WireLine.Direction;
import chatlab.swing.hood.WireLine.Kind;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/**
 * The newest lines that went over the wire, in the order in which they went. The reader and the writer record, the event
 * dispatch thread looks: this lock guards all fields.
 */
final class Wire {
    static final int MAX_LINES = 2_000;

    /** Characters of all lines together: lines may have 8 KB each. */
    static final int MAX_CHARS = 2_000_000;

    private final Clock clock;
    private final Deque<WireLine> lines = new ArrayDeque<>();
    private int chars;
    private long end;
    private boolean inPaste;
    private String half = "";
    private boolean isMidLine;

    /** {@code first}: the number of the oldest line that is kept; {@code added}: the lines that were asked for. */
    record News(long first, List<WireLine> added) {}

    Wire(Clock clock) {
        this.clock = clock;
    }

    /** This will be sent as the beginning of a line: those who report lines cannot tell it from a whole one. */
    synchronized void expectHalf(String beginning) {
        half = beginning;
    }

    synchronized void sent(String line) {
        Kind kind = kindOf(line);
        add(Direction.TO_SERVER, line, kind);
        isMidLine = kind == Kind.FIRST_HALF;
        inPaste = kind == Kind.OF_PASTE ? !line.equals(".") : kind == Kind.WHOLE && isPaste(line);
    }

    private Kind kindOf(String line) {
        if (isMidLine) {
            return Kind.OTHER_HALF;
        } else if (inPaste) {
            return Kind.OF_PASTE;
        } else if (!half.isEmpty() && half.equals(line)) {
            half = "";
            return Kind.FIRST_HALF;
        }
        return Kind.WHOLE;
    }

    synchronized void received(String line) {
        if (Greeting.isGreeting(line)) {
            inPaste = false; // another connection
            isMidLine = false;
        }
        add(Direction.FROM_SERVER, line, Kind.WHOLE);
    }

    /** What is new for somebody who has seen all lines before the one with this number. */
    synchronized News since(long number) {
        long first = end - lines.size();
        List<WireLine> added = number >= end
                ? List.of()
                : lines.stream().skip(Math.max(0, number - first)).toList();
        return new News(first, added);
    }

    /** How many lines there have been, with those that are forgotten. */
    synchronized long count() {
        return end;
    }

    synchronized void clear() {
        lines.clear();
        chars = 0;
    }

    private void add(Direction direction, String line, Kind kind) {
        String masked = Masking.mask(direction, line);
        boolean isMasked = !masked.equals(line);
        int bytes = Utf8.length(line) + (kind == Kind.FIRST_HALF ? 0 : 1);
        lines.add(new WireLine(end++, clock.instant(), direction, bytes, masked, isMasked, kind));
        chars += masked.length();
        while (lines.size() > MAX_LINES || chars > MAX_CHARS) {
            chars -= lines.remove().text().length();
        }
    }

    private static boolean isPaste(String line) {
        String start = line.toLowerCase(Locale.ROOT);
        return ClientLine.looksLikeCommand(line)
                && (start.equals("/paste") || start.startsWith("/paste ") || start.startsWith("/paste@"));
    }
}
