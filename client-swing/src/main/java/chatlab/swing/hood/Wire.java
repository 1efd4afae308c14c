package chatlab.swing.hood;

import chatlab.protocol.ClientLine;
import chatlab.protocol.Greeting;
import chatlab.protocol.Utf8;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The newest lines that were sent and received, in order. The reader and the writer record them, the event dispatch
 * thread shows them: the lock of this object guards all fields.
 */
final class Wire {
    static final int MAX_LINES = 2_000;

    /** The most characters of all lines together: a line may have 8 KB. */
    static final int MAX_CHARS = 2_000_000;

    private static final String MASK = "***";

    /** Matches all behind {@code /op}. The quantifiers are possessive: a key cannot pass as a part of the tag. */
    private static final Pattern KEY = Pattern.compile("^(/op(?:@[\\w-]*+)?+)(?!\\p{Alpha})(\\s*+)\\S.*", flags());

    /**
     * Matches all behind version and name; where the version is missing, which is a mistake, all behind the first word.
     */
    private static final Pattern INTRODUCTION = Pattern.compile(
            "^(/proto(?:@[\\w-]*+)?+(?!\\p{Alpha})\\s*+(?:\\d\\S*+\\s++\\S++|(?!\\d)\\S++)\\s++)\\S.*", flags());

    /** Matches the secret of a report on the course, behind the name. */
    private static final Pattern SECRET =
            Pattern.compile("^(/did(?:@[\\w-]*+)?+(?!\\p{Alpha})\\s*+\\S++\\s++)\\S++", flags());

    /** Matches the value of the key {@code token} of an event. */
    private static final Pattern TOKEN = Pattern.compile("(\\stoken=)\\S++", flags());

    private static final Pattern EVENT = Pattern.compile("^\\p{Alpha}+\\s.*", flags());

    private final Clock clock;
    private final Deque<Line> lines = new ArrayDeque<>();
    private int chars;
    private long end;
    private boolean inPaste;
    private String half = "";
    private boolean isMidLine;

    /** {@code first}: the number of the oldest line kept; {@code added}: the lines since the number asked for. */
    record News(long first, List<Line> added) {}

    Wire(Clock clock) {
        this.clock = clock;
    }

    /** What follows has nothing to do with the lines so far: it is a new connection, or lines in between were not recorded. */
    synchronized void begin() {
        inPaste = false;
        isMidLine = false;
        half = "";
    }

    /** The client is about to send this beginning of a line. A probe cannot tell it from a whole line. */
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
            begin();
        }
        add(Direction.FROM_SERVER, line, Kind.WHOLE);
    }

    /** The lines from this number on. */
    synchronized News since(long number) {
        long first = end - lines.size();
        List<Line> added = number >= end
                ? List.of()
                : lines.stream().skip(Math.max(0, number - first)).toList();
        return new News(first, added);
    }

    /** The number of all lines so far, forgotten lines included. */
    synchronized long count() {
        return end;
    }

    synchronized void clear() {
        lines.clear();
        chars = 0;
    }

    private void add(Direction direction, String line, Kind kind) {
        String masked = mask(direction, line);
        boolean isMasked = !masked.equals(line);
        int bytes = Utf8.length(line) + (kind == Kind.FIRST_HALF ? 0 : 1);
        lines.add(new Line(end++, clock.instant(), direction, bytes, masked, isMasked, kind));
        chars += masked.length();
        while (lines.size() > MAX_LINES || chars > MAX_CHARS) {
            chars -= lines.remove().text().length();
        }
    }

    /** The line, with a mask in place of a key or a token, so that a panel on a projector shows none. */
    static String mask(Direction direction, String line) {
        return direction == Direction.TO_SERVER ? maskCommand(line) : maskEvent(line);
    }

    private static String maskCommand(String line) {
        String withoutSecret = SECRET.matcher(line).replaceFirst("$1" + MASK);
        String withoutKey = KEY.matcher(withoutSecret).replaceFirst("$1$2" + MASK);
        return INTRODUCTION.matcher(withoutKey).replaceFirst("$1" + MASK);
    }

    /** Masks nothing in the text of a message, which is behind the first " :". */
    private static String maskEvent(String line) {
        int text = line.indexOf(" :");
        String head = text < 0 ? line : line.substring(0, text);
        if (!EVENT.matcher(head).matches()) {
            return line;
        }
        return TOKEN.matcher(head).replaceAll("$1" + MASK) + line.substring(head.length());
    }

    /** Verbs may have any case, and the blank before a key may be any white space of Unicode. */
    private static int flags() {
        return Pattern.CASE_INSENSITIVE | Pattern.DOTALL | Pattern.UNICODE_CHARACTER_CLASS;
    }

    private static boolean isPaste(String line) {
        String start = line.toLowerCase(Locale.ROOT);
        return ClientLine.looksLikeCommand(line)
                && (start.equals("/paste") || start.startsWith("/paste ") || start.startsWith("/paste@"));
    }

    /**
     * One line as it was sent or received, with its secrets masked.
     *
     * @param number grows by one with each line
     * @param bytes the number of bytes, with the LF if there was one
     */
    record Line(long number, Instant at, Direction direction, int bytes, String text, boolean masked, Kind kind) {
        boolean hasEnd() {
            return kind != Kind.FIRST_HALF;
        }
    }

    /** Which way a line goes. */
    enum Direction {
        TO_SERVER,
        FROM_SERVER
    }

    /** What a line is a part of, which its text does not show. */
    enum Kind {
        WHOLE,
        /** Between {@code /paste} and the dot, where no line is a command. */
        OF_PASTE,
        /** Sent without an LF. */
        FIRST_HALF,
        OTHER_HALF
    }
}
