package chatlab.cli;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.WCWidth;

/**
 * Cuts a line into pieces that fit the terminal. The terminal would do that too, but then a text could be written so that
 * its next piece begins in the first column and looks like a line of somebody else.
 */
final class Folding {
    private Folding() {}

    /** Pieces of at most {@code width} columns. Each but the first begins with {@code indent}. */
    static List<AttributedString> fold(AttributedString line, int width, AttributedString indent) {
        List<AttributedString> pieces = new ArrayList<>();
        int start = 0;
        int blank = 0; // behind the last blank of this piece
        int column = 0;
        for (int i = 0; i < line.length(); ) {
            int c = Character.codePointAt(line, i);
            int columns = columns(c);
            while (column + columns > width && i > start) {
                int cut = blank - start > (i - start) / 2 ? blank : i;
                pieces.add(piece(line.subSequence(start, cut), pieces.isEmpty(), indent));
                start = cut;
                column = columns(indent) + columns(line.subSequence(start, i));
                blank = start;
            }
            column += columns;
            i += Character.charCount(c);
            if (c == ' ') {
                blank = i;
            }
        }
        pieces.add(piece(line.subSequence(start, line.length()), pieces.isEmpty(), indent));
        return pieces;
    }

    private static AttributedString piece(AttributedString text, boolean first, AttributedString indent) {
        return first
                ? text
                : new AttributedStringBuilder().append(indent).append(text).toAttributedString();
    }

    private static int columns(CharSequence text) {
        return text.codePoints().map(Folding::columns).sum();
    }

    /**
     * How many columns a terminal may need for this. Above the old alphabets terminals disagree about many signs, and a
     * piece that is too short does no harm.
     */
    static int columns(int c) {
        int columns = Math.max(0, WCWidth.wcwidth(c));
        boolean old = c < 0x1100 || (c >= 0x1E00 && c <= 0x1FFF);
        return old || isMark(c) ? columns : 2;
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }
}
