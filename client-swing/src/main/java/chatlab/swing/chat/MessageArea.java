package chatlab.swing.chat;

import chatlab.protocol.Chat1;
import chatlab.swing.ui.Grid;
import chatlab.swing.ui.Icons;
import chatlab.swing.ui.TextEditing;
import chatlab.swing.ui.WrappingLabel;
import com.formdev.flatlaf.FlatClientProperties;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.Insets;
import java.awt.Point;
import java.awt.event.InputMethodEvent;
import java.awt.event.InputMethodListener;
import java.awt.event.MouseEvent;
import java.awt.geom.Rectangle2D;
import java.text.AttributedCharacterIterator;
import java.util.function.IntConsumer;
import javax.swing.BorderFactory;
import javax.swing.Icon;
import javax.swing.JLabel;
import javax.swing.JTextArea;
import javax.swing.text.BadLocationException;

/** A text area that grows with its text up to six lines, and has undo. */
final class MessageArea extends JTextArea {
    private static final long serialVersionUID = 1;

    private static final int MAX_LINES = 6;

    /** No message is longer, and megabytes would keep the event dispatch thread busy for seconds. */
    static final int MAX_CHARACTERS = Chat1.PASTE_BYTES;

    private boolean composing;

    /** The words that stand here while there is no text. */
    private final JLabel placeholder = new WrappingLabel();

    private final transient Icon warning = Icons.get("warning");

    /** {@code refused} gets the number of characters of a text that is too long. */
    MessageArea(IntConsumer refused) {
        setLineWrap(true);
        setWrapStyleWord(true);
        TextEditing.install(this);
        TextEditing.limit(this, MAX_CHARACTERS, refused);
        addInputMethodListener(new ComposingWatch());
        setOpaque(false);
        setLayout(new BorderLayout());
        placeholder.setName("placeholder");
        add(placeholder, BorderLayout.PAGE_START);
        TextEditing.whenEdited(this, this::showPlaceholder);
    }

    /** The words stand here while there is no text; {@code isWarning}: they say why nothing can be sent. */
    void setPlaceholder(String words, boolean isWarning) {
        placeholder.setText(words);
        placeholder.setIcon(isWarning ? warning : null);
        int left = isWarning ? Grid.px(1) : 0; // the caret stands beside the sign
        placeholder.setBorder(BorderFactory.createEmptyBorder(0, left, 0, 0));
        placeholder.putClientProperty(
                FlatClientProperties.STYLE, "foreground: $Chat." + (isWarning ? "noticeText" : "dim"));
    }

    /** A text component without its old look has no children either. */
    @Override
    public void updateUI() {
        super.updateUI();
        if (placeholder != null) { // null while the constructor of JTextArea runs
            add(placeholder, BorderLayout.PAGE_START);
        }
    }

    private void showPlaceholder() {
        placeholder.setVisible(getDocument().getLength() == 0 && !composing);
    }

    @Override
    public Dimension getPreferredSize() {
        Dimension size = super.getPreferredSize();
        if (placeholder.isVisible()) { // it may need more than one line
            Insets insets = getInsets();
            size.height = Math.max(size.height, placeholder.getPreferredSize().height + insets.top + insets.bottom);
        }
        return size;
    }

    /** Replaces the text, and forgets the history of undo. */
    void begin(String text) {
        setText(text);
        TextEditing.forget(this);
    }

    /**
     * Whether an input method is composing text, as for Chinese or Japanese; all keys are then for the input method.
     */
    boolean isComposing() {
        return composing;
    }

    /** The keyboard opens the menu at the caret. */
    @Override
    public Point getPopupLocation(MouseEvent event) {
        try {
            Rectangle2D caret = event == null ? modelToView2D(getCaretPosition()) : null;
            return caret == null ? super.getPopupLocation(event) : new Point((int) caret.getX(), (int) caret.getMaxY());
        } catch (BadLocationException e) {
            throw new IllegalStateException(e); // the caret is in the text
        }
    }

    /** Whether the caret is in the first line of the screen, or else in the last. */
    boolean isCaretInLine(boolean first) {
        try {
            Rectangle2D caret = modelToView2D(getCaretPosition());
            Rectangle2D end = modelToView2D(first ? 0 : getDocument().getLength());
            return caret == null || caret.getY() == end.getY(); // null before the area is shown
        } catch (BadLocationException e) {
            throw new IllegalStateException(e); // both places are in the text
        }
    }

    @Override
    public Dimension getPreferredScrollableViewportSize() {
        Insets insets = getInsets();
        int line = getRowHeight();
        int lines = MAX_LINES * line;
        if (getRootPane() != null) {
            lines = Math.max(line, Math.min(lines, getRootPane().getHeight() / 4)); // leaves room for reading
        }
        int most = lines + insets.top + insets.bottom;
        return new Dimension(8 * line, Math.min(getPreferredSize().height, most));
    }

    /** Notes whether an input method has text that it has not committed yet. */
    private final class ComposingWatch implements InputMethodListener {
        @Override
        public void inputMethodTextChanged(InputMethodEvent e) {
            AttributedCharacterIterator text = e.getText();
            composing = text != null && text.getEndIndex() - text.getBeginIndex() > e.getCommittedCharacterCount();
            showPlaceholder();
        }

        @Override
        public void caretPositionChanged(InputMethodEvent e) {} // the caret within the composed text
    }
}
