package chatlab.swing.transcript;

import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.FocusEvent;
import java.awt.geom.Rectangle2D;
import javax.swing.UIManager;
import javax.swing.text.DefaultCaret;
import javax.swing.text.JTextComponent;
import javax.swing.text.Position;

/**
 * A caret for reading: visible although the text cannot be edited. Caret and selection move with their text, and the view
 * scrolls to the caret only when the user has moved it. (NEVER_UPDATE would leave a selection on other text after a
 * removal above.)
 */
final class SteadyCaret extends DefaultCaret {
    private static final long serialVersionUID = 1;

    private final TranscriptPane pane;

    /** The place to which the view last scrolled; moves with the text. */
    private transient Position seen;

    SteadyCaret(TranscriptPane pane) {
        this.pane = pane;
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

    /** The view need not scroll to where the caret is now: text has moved it, and not the user. */
    void look() {
        seen = pane.document().position(getDot());
    }

    @Override
    public void install(JTextComponent text) {
        super.install(text);
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

    /** Whether the caret is in sight, and not behind the last character. */
    private boolean isOnText() {
        Rectangle2D place = pane.placeOf(getDot());
        return place == null
                || getDot() < pane.document().getLength()
                        && pane.getVisibleRect().intersects(place);
    }

    private int startOfLastLineInSight() {
        Rectangle sight = pane.getVisibleRect();
        int lastLine = sight.y + sight.height - pane.getFont().getSize(); // the last line that is completely in sight
        int start = pane.viewToModel2D(new Point(0, lastLine));
        return Math.min(start, Math.max(0, pane.document().getLength() - 1));
    }
}
