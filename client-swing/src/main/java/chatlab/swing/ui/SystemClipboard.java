package chatlab.swing.ui;

import java.awt.Toolkit;
import java.awt.datatransfer.Clipboard;
import java.awt.datatransfer.StringSelection;

/** The clipboard of the system. For the event dispatch thread only. */
public final class SystemClipboard {
    private SystemClipboard() {}

    /** Copies the text; beeps if another program is using the clipboard at that moment. */
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
