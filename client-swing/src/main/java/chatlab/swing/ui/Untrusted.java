package chatlab.swing.ui;

import javax.swing.plaf.basic.BasicHTML;

/**
 * The gate through which every text from the network passes on its way into a label, a list, a tool tip, a tab, a menu, a
 * dialog or a title. Swing renders a text there as HTML, images from the network included, if it begins with {@code
 * <html>}. (A JTextArea and a JTextPane with a plain document do not, and need no gate.)
 */
public final class Untrusted {
    /** Has no width and no meaning here, and makes the text begin with something else. */
    private static final String INVISIBLE = "\u200C";

    /** Code points that a line of the screen has room for. */
    private static final int BRIEF = 120;

    private Untrusted() {}

    /** The same, and no longer than fits on the screen. */
    public static String brief(String text) {
        boolean fits = text.codePointCount(0, text.length()) <= BRIEF;
        return text(fits ? text : text.substring(0, text.offsetByCodePoints(0, BRIEF)) + "\u2026");
    }

    /** The text so that Swing shows it as it was typed. */
    public static String text(String text) {
        return BasicHTML.isHTMLString(text) ? INVISIBLE + text : text;
    }
}
