package chatlab.swing.model;

import chatlab.protocol.Text;

/** What of the server's words and names may be shown, and how much of it. */
final class Shown {
    /** Code points of a name; a server that keeps to the rules sends no longer ones. */
    private static final int MAX_NAME = 40;

    private static final int MAX_TITLE = 80;

    private Shown() {}

    /** Of a person or a room: never blank, and without anything that looks like nothing. */
    static String name(String name) {
        String clean = Text.collapseBlanks(Text.clean(name));
        return clean.isBlank() ? "?" : cut(clean, MAX_NAME);
    }

    static String title(String title) {
        return cut(Text.collapseBlanks(Text.clean(title)), MAX_TITLE);
    }

    static String words(String words) {
        return Text.clean(words);
    }

    /** At most this many code points, and a sign that there were more. */
    static String cut(String text, int most) {
        return text.length() <= most || text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most)) + "\u2026";
    }
}
