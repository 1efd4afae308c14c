package chatlab.swing.ui;

import com.formdev.flatlaf.FlatClientProperties;
import com.formdev.flatlaf.util.UIScale;
import java.awt.Color;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JTextArea;
import javax.swing.UIManager;
import javax.swing.text.JTextComponent;

/**
 * Says what went wrong, in words that wrap, beside a mark in the colour of errors; and marks the field that it is about.
 * A text area shows any text as it is, and a screen reader can read it.
 */
public final class Problem extends JTextArea {
    private static final long serialVersionUID = 1;

    private JComponent marked;
    private JTextComponent described;

    /** Says nothing yet, and cannot be seen. */
    public Problem() {
        setName("problem");
        setEditable(false);
        setLineWrap(true);
        setWrapStyleWord(true);
        clear();
    }

    /** {@code field} is the one to be marked, {@code input} the part of it that has the focus. */
    public void tell(String sentence, JComponent field, JTextComponent input) {
        clear();
        setText(sentence);
        setCaretPosition(0);
        setVisible(true);
        marked = field;
        described = input;
        marked.putClientProperty(FlatClientProperties.OUTLINE, FlatClientProperties.OUTLINE_ERROR);
        described.getAccessibleContext().setAccessibleDescription(sentence);
    }

    /** Nothing is wrong any more. */
    public void clear() {
        setVisible(false);
        setText("");
        if (marked != null) {
            marked.putClientProperty(FlatClientProperties.OUTLINE, null);
            described.getAccessibleContext().setAccessibleDescription(null);
            marked = null;
        }
    }

    @Override
    public void updateUI() {
        super.updateUI();
        Color error = UIManager.getColor("Component.error.focusedBorderColor");
        int stripe = UIScale.scale(4);
        setBackground(UIManager.getColor("Panel.background"));
        setBorder(BorderFactory.createCompoundBorder(
                BorderFactory.createMatteBorder(0, stripe, 0, 0, error == null ? Color.RED : error),
                BorderFactory.createEmptyBorder(stripe / 2, 2 * stripe, stripe / 2, 0)));
    }
}
