package chatlab.swing.hood;

import chatlab.protocol.Words;
import chatlab.swing.ui.Labels;
import java.awt.KeyboardFocusManager;
import javax.swing.AbstractButton;
import javax.swing.JTextArea;

/** Makes the components of this panel. For the event dispatch thread only. */
final class Widgets {
    private static final Words WORDS = new Words(Widgets.class);

    private Widgets() {}

    /** Gives a button its name and its words. */
    static <B extends AbstractButton> B button(B button, String name, String key) {
        button.setName(name);
        return Labels.set(button, WORDS.get(key));
    }

    /** A text for reading, which wraps. It never takes a text for HTML, and Tab leaves it. */
    static JTextArea text(String words) {
        JTextArea text = new JTextArea(words);
        text.setEditable(false);
        text.setLineWrap(true);
        text.setWrapStyleWord(true);
        text.setFocusTraversalKeys(KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS, null);
        text.setFocusTraversalKeys(KeyboardFocusManager.BACKWARD_TRAVERSAL_KEYS, null);
        return text;
    }
}
