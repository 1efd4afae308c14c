package chatlab.swing.ui;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.Color;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JTextArea;
import javax.swing.UIManager;

/**
 * Says what went wrong, in words that wrap, beside a stripe in the colour of errors; and marks the field with the
 * mistake. It is a text area, since that never takes a text for HTML and screen readers can read it.
 */
public final class Problem extends JTextArea {
    private static final long serialVersionUID = 1;

    private JComponent marked;
    private JComponent described;

    /** An empty one, which is not visible. */
    public Problem() {
        setName("problem");
        setEditable(false);
        setLineWrap(true);
        setWrapStyleWord(true);
        clear();
    }

    /** Shows {@code sentence} and marks {@code field}; {@code input} is the part of the field that takes the focus. */
    public void tell(String sentence, JComponent field, JComponent input) {
        clear();
        setText(sentence);
        setCaretPosition(0);
        setVisible(true);
        marked = field;
        described = input;
        marked.putClientProperty(FlatClientProperties.OUTLINE, FlatClientProperties.OUTLINE_ERROR);
        described.getAccessibleContext().setAccessibleDescription(sentence);
    }

    /** Hides the words and takes the mark away. */
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
        int stripe = Grid.px(1);
        setBackground(UIManager.getColor("Panel.background"));
        setBorder(BorderFactory.createCompoundBorder(
                BorderFactory.createMatteBorder(0, stripe, 0, 0, error == null ? Color.RED : error),
                BorderFactory.createEmptyBorder(stripe / 2, 2 * stripe, stripe / 2, 0)));
    }
}
