package chatlab.protocol;

import java.util.ArrayList;
import java.util.List;

/**
 * Folds long lines into rows that fit a terminal. If the terminal wrapped them instead, a person could write a text whose next
 * row begins in the first column and looks like a line of another person.
 *
 * <p>A row is cut behind its last blank if that leaves more than half of the row, and otherwise where the width ends.
 * Only the indent is added and nothing is dropped: the rows without it, joined, are the line again.
 */
public final class Rows {
    /** The beginning of every row of a plain line but the first. */
    private static final String INDENT = "    ";

    /** Comes before each line of a paste, and so before each of its rows. */
    private static final String PASTE = "| ";

    /** The most columns that a terminal needs for a tab. */
    private static final int TAB = 8;

    /** Variation selector 16: makes the character before it a wide picture. */
    private static final int EMOJI_STYLE = 0xFE0F;

    /** Java calls it a mark; terminals draw it as a letter with a width of its own. */
    private static final int PAMUDPOD = 0x1734;

    private Rows() {}

    /** The rows in which a plain client is sent {@code line}, which has no line end: protocol/README.md, "Events". */
    public static List<String> ofPlain(String line) {
        return of(line, Chat1.PLAIN_ROW, plainIndent(line));
    }

    /** Whether {@code row}, from a server's plain lines, goes on with the line before it. */
    public static boolean goesOn(String row) {
        return row.startsWith(INDENT);
    }

    /** The plain line {@code begun}, which may have several rows already, with one row more: undoes {@link #ofPlain}. */
    public static String joined(String begun, String row) {
        String indent = plainIndent(begun);
        return begun + row.substring(row.startsWith(indent) ? indent.length() : INDENT.length());
    }

    private static String plainIndent(String line) {
        int speakerEnd = line.startsWith("<") ? line.indexOf("> ") : -1; // no name has an angle bracket
        return speakerEnd > 0 && line.startsWith(PASTE, speakerEnd + 2) ? INDENT + PASTE : INDENT;
    }

    /** Rows of at most {@code width} columns, each but the first with {@code indent} before it. */
    public static List<String> of(String line, int width, String indent) {
        List<Integer> starts = starts(line, width, columns(indent));
        if (starts.isEmpty()) {
            return List.of(line);
        }
        List<String> rows = new ArrayList<>();
        rows.add(line.substring(0, starts.get(0)));
        for (int i = 0; i < starts.size(); i++) {
            int end = i + 1 < starts.size() ? starts.get(i + 1) : line.length();
            rows.add(indent + line.substring(starts.get(i), end));
        }
        return rows;
    }

    /** Where in {@code line} each row but the first begins, if these have {@code indent} columns before their text. */
    public static List<Integer> starts(CharSequence line, int width, int indent) {
        List<Integer> starts = new ArrayList<>(0);
        int start = 0;
        int blank = 0; // behind the last blank of this row
        int column = 0;
        for (int i = 0; i < line.length(); ) {
            int c = Character.codePointAt(line, i);
            if (column + columns(c) > width && i > start) {
                start = blank - start > (i - start) / 2 ? blank : i;
                starts.add(start);
                i = start; // count again what comes after the blank: it moves to the next row
                blank = start;
                column = indent;
                continue;
            }
            column += columns(c);
            i += Character.charCount(c);
            if (c == ' ') {
                blank = i;
            }
        }
        return starts;
    }

    /** How many columns a terminal may need for this text. */
    public static int columns(CharSequence text) {
        return text.codePoints().map(Rows::columns).sum();
    }

    /**
     * How many columns a terminal may need for this code point. From U+2000 on, terminals disagree about many characters:
     * these count as wide, since a short row does no harm, and the terminal would wrap a row that is too long.
     */
    public static int columns(int c) {
        if (c < 0x300) {
            return c == '\t' ? TAB : 1;
        }
        int type = Character.getType(c);
        boolean drawnOnTheOneBefore = type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
        if (drawnOnTheOneBefore && c != EMOJI_STYLE && c != PAMUDPOD) {
            return 0;
        }
        boolean hangulJamo = c >= 0x1100 && c <= 0x11FF;
        return (c < 0x2000 && !hangulJamo) || drawnOnTheOneBefore ? 1 : 2;
    }
}
