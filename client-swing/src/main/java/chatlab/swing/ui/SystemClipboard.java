package chatlab.swing.ui;

import java.awt.Toolkit;
import java.awt.datatransfer.Clipboard;
import java.awt.datatransfer.StringSelection;

/** Where what is copied goes, for other programs to paste. For the event dispatch thread only. */
public final class SystemClipboard {
    private SystemClipboard() {}

    /** Copies the text; beeps where another program is at the clipboard just now. */
    public static void copy(String text) {
        copy(text, Toolkit.getDefaultToolkit().getSystemClipboard());
    }

    static void copy(String text, Clipboard clipboard) {
        try {
            clipboard.setContents(new StringSelection(text), null);
        } catch (IllegalStateException e) {
            Toolkit.getDefaultToolkit().beep();
        }
    }
}
