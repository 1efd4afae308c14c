package chatlab.swing.ui;

import chatlab.client.Shown;
import chatlab.protocol.Rows;
import javax.swing.JLabel;
import javax.swing.plaf.basic.BasicHTML;

/**
 * Makes a text from the network safe for a label, a list, a tool tip, a tab, a menu, a dialog or a title: Swing renders
 * a text there as HTML, and loads its images, if it begins with {@code <html>}. Every such text passes through here. (A
 * JTextArea and a JTextPane with a plain document never take a text for HTML, and need no protection.)
 */
public final class Untrusted {
    /** Has no width; before a text, it makes the text begin with something else than a tag. */
    private static final String INVISIBLE = "\u200C";

    /** The most code points that fit into a line of the screen. */
    private static final int BRIEF = 120;

    private static final int TITLE = 24;

    private Untrusted() {}

    /** The same as {@link #text}, cut to what fits into a line of the screen. */
    public static String brief(String text) {
        return text(Shown.cut(text, BRIEF));
    }

    /** The same for a button: at most 24 columns, of which a Chinese character takes two. */
    public static String title(String text) {
        String row = Rows.of(text.replace(' ', '_'), TITLE, "").get(0); // a blank would be a place to cut
        return text(
                row.length() < text.length() ? text.substring(0, row.length()).strip() + "\u2026" : text);
    }

    /** Shows words on a label that may be too narrow for them: all of them are in the tool tip, too. */
    public static void show(JLabel label, String words) {
        String text = text(words);
        if (!text.equals(label.getText())) {
            label.setText(text);
            label.setToolTipText(words.isEmpty() ? null : text);
        }
    }

    /** The text in a form that Swing shows as it was typed. */
    public static String text(String text) {
        return BasicHTML.isHTMLString(text) ? INVISIBLE + text : text;
    }
}
