package chatlab.client;

import chatlab.protocol.Text;
import java.text.Bidi;

/** Makes the server's words and names safe to show, and limits their length. */
public final class Shown {
    /** Code points of a name; a server that keeps to the rules sends no longer ones. */
    private static final int MAX_NAME = 40;

    private static final int MAX_TITLE = 80;

    private Shown() {}

    /** The name of a person or a room: never blank, and without anything invisible. */
    public static String name(String name) {
        String clean = line(name);
        return clean.isBlank() ? "?" : cut(clean, MAX_NAME);
    }

    /** What a server calls itself. */
    public static String title(String title) {
        return cut(line(title), MAX_TITLE);
    }

    /** A text as it was said, without anything that moves a cursor or ends a line. */
    public static String words(String words) {
        return Text.clean(words);
    }

    /** The same with single blanks. */
    public static String line(String words) {
        return Text.collapseBlanks(Text.clean(words));
    }

    /** At most this many code points, and a sign that there were more. */
    public static String cut(String text, int most) {
        return text.length() <= most || text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most)) + "\u2026";
    }

    /** A sentence of this program, which runs left to right: an invisible mark says so where it has a name in Arabic. */
    public static String leftToRight(String words) {
        return Bidi.requiresBidi(words.toCharArray(), 0, words.length()) ? "\u200E" + words : words;
    }
}
