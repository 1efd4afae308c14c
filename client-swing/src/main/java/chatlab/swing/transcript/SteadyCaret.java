package chatlab.swing.transcript;

import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.FocusEvent;
import java.awt.geom.Rectangle2D;
import javax.swing.UIManager;
import javax.swing.text.BadLocationException;
import javax.swing.text.DefaultCaret;
import javax.swing.text.JTextComponent;
import javax.swing.text.Position;

/**
 * A caret for reading: seen although the text cannot be edited. It moves with its text, selection included, and scrolls
 * to itself only when the user has moved it. (NEVER_UPDATE would leave a selection on other text after a removal above.)
 */
final class SteadyCaret extends DefaultCaret {
    private static final long serialVersionUID = 1;

    /** Where in the text it was last; moves with the text. */
    private transient Position seen;

    SteadyCaret() {
        setUpdatePolicy(ALWAYS_UPDATE);
        setBlinkRate(UIManager.getInt("TextPane.caretBlinkRate"));
    }

    @Override
    protected void adjustVisibility(Rectangle place) {
        if (seen.getOffset() != getDot()) {
            super.adjustVisibility(place);
            look();
        }
    }

    private void look() {
        try {
            seen = getComponent().getDocument().createPosition(getDot());
        } catch (BadLocationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void install(JTextComponent pane) {
        super.install(pane);
        look();
    }

    @Override
    public void focusGained(FocusEvent e) {
        super.focusGained(e);
        setVisible(true);
        boolean byMouse = e.getCause() == FocusEvent.Cause.MOUSE_EVENT;
        if (!byMouse && getDot() == getMark() && !isOnText()) {
            setDot(startOfLastLineInSight());
        }
    }

    /** Whether it is where the user can see it: not behind all text, and not on text out of sight. */
    private boolean isOnText() {
        try {
            Rectangle2D place = getComponent().modelToView2D(getDot());
            return place == null
                    || getDot() < getComponent().getDocument().getLength()
                            && getComponent().getVisibleRect().intersects(place);
        } catch (BadLocationException e) {
            throw new IllegalStateException(e);
        }
    }

    private int startOfLastLineInSight() {
        JTextComponent pane = getComponent();
        Rectangle sight = pane.getVisibleRect();
        int lastLine = sight.y + sight.height - pane.getFont().getSize(); // one that is in sight as a whole
        int offset = pane.viewToModel2D(new Point(0, lastLine));
        return Math.min(offset, Math.max(0, pane.getDocument().getLength() - 1));
    }
}
