package chatlab.swing.chat;

import chatlab.protocol.Chat1;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Insets;
import java.awt.Toolkit;
import java.awt.event.KeyEvent;
import java.awt.geom.Rectangle2D;
import java.util.function.IntConsumer;
import javax.swing.JTextArea;
import javax.swing.KeyStroke;
import javax.swing.UIManager;
import javax.swing.plaf.basic.BasicGraphicsUtils;
import javax.swing.text.AbstractDocument;
import javax.swing.text.AttributeSet;
import javax.swing.text.BadLocationException;
import javax.swing.text.DocumentFilter;
import javax.swing.undo.UndoManager;

/** A text area that grows with its text up to some lines, can undo, and says what it is for while it is empty. */
final class MessageArea extends JTextArea {
    private static final long serialVersionUID = 1;

    private static final int MAX_LINES = 6;

    /** More than this can never be sent at once, and megabytes would keep the event dispatch thread busy for seconds. */
    static final int MAX_CHARACTERS = Chat1.PASTE_BYTES;

    private final UndoManager edits = new UndoManager();
    private String placeholder = "";

    /** {@code refused} is told how many characters a text would have had that was too long to be taken. */
    MessageArea(IntConsumer refused) {
        setLineWrap(true);
        setWrapStyleWord(true);
        getDocument().addUndoableEditListener(edits);
        ((AbstractDocument) getDocument()).setDocumentFilter(new LengthLimit(refused));
        int menuKey = Toolkit.getDefaultToolkit().getMenuShortcutKeyMaskEx();
        Keys.bind(this, KeyStroke.getKeyStroke(KeyEvent.VK_Z, menuKey), "undo", this::undo);
        Keys.bind(this, KeyStroke.getKeyStroke(KeyEvent.VK_Y, menuKey), "redo", this::redo);
        Keys.bind(this, KeyStroke.getKeyStroke(KeyEvent.VK_Z, menuKey | KeyEvent.SHIFT_DOWN_MASK), "redo", this::redo);
    }

    void setPlaceholder(String placeholder) {
        this.placeholder = placeholder;
        repaint();
    }

    /** Begins with this text: what was there before cannot be brought back. */
    void begin(String text) {
        setText(text);
        edits.discardAllEdits();
    }

    /** Whether the caret is where an arrow key up, or down, would leave the text. */
    boolean isCaretInLine(boolean first) {
        try {
            Rectangle2D caret = modelToView2D(getCaretPosition());
            Rectangle2D end = modelToView2D(first ? 0 : getDocument().getLength());
            return caret == null || caret.getY() == end.getY(); // there are no lines before it is shown
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
            lines = Math.max(line, Math.min(lines, getRootPane().getHeight() / 4)); // leave room for reading
        }
        int most = lines + insets.top + insets.bottom;
        return new Dimension(8 * line, Math.min(getPreferredSize().height, most));
    }

    @Override
    protected void paintComponent(Graphics g) {
        super.paintComponent(g);
        if (getDocument().getLength() == 0) {
            g.setColor(UIManager.getColor("TextField.placeholderForeground"));
            g.setFont(getFont());
            int baseline = getInsets().top + g.getFontMetrics().getAscent();
            BasicGraphicsUtils.drawString(this, (Graphics2D) g, placeholder, getInsets().left, baseline);
        }
    }

    /** Leaves the text as it was rather than take too much. */
    private static final class LengthLimit extends DocumentFilter {
        private final IntConsumer refused;

        LengthLimit(IntConsumer refused) {
            this.refused = refused;
        }

        @Override
        public void insertString(FilterBypass text, int offset, String more, AttributeSet attributes)
                throws BadLocationException {
            replace(text, offset, 0, more, attributes);
        }

        @Override
        public void replace(FilterBypass text, int offset, int length, String more, AttributeSet attributes)
                throws BadLocationException {
            int characters = text.getDocument().getLength() - length + (more == null ? 0 : more.length());
            if (characters <= MAX_CHARACTERS) {
                super.replace(text, offset, length, more, attributes);
            } else {
                refused.accept(characters);
            }
        }
    }

    private void undo() {
        if (edits.canUndo()) {
            edits.undo();
        }
    }

    private void redo() {
        if (edits.canRedo()) {
            edits.redo();
        }
    }
}
