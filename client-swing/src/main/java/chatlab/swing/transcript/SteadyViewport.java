package chatlab.swing.transcript;

import java.awt.Point;
import java.awt.geom.Rectangle2D;
import javax.swing.JViewport;
import javax.swing.text.Position;

/**
 * Keeps the reader's place. If the end is in sight, it stays in sight; otherwise the line at the top stays where it is
 * on the screen, while text is appended, forgotten, wrapped again or made larger.
 */
final class SteadyViewport extends JViewport {
    private static final long serialVersionUID = 1;

    private final TranscriptPane pane;
    private final transient Runnable moved;

    private boolean followsEnd = true;
    private boolean settling;

    /** The line at the top, and the pixels from the top of the view to that line; these are rarely above 0. */
    private transient Position top;

    private int topY;

    /** {@code moved} runs when the end comes into sight or goes out of sight. */
    SteadyViewport(TranscriptPane pane, Runnable moved) {
        this.pane = pane;
        this.moved = moved;
        setScrollMode(SIMPLE_SCROLL_MODE); // other modes copy pixels, also of the button above
        setView(pane);
    }

    boolean followsEnd() {
        return followsEnd;
    }

    void followEnd() {
        boolean before = followsEnd;
        followsEnd = true;
        settle();
        if (!before) {
            moved.run();
        }
    }

    /** Shows the character at {@code offset}, in the upper third. */
    void show(int offset) {
        validate();
        setViewPosition(new Point(0, clamp(yOf(offset) - getExtentSize().height / 3)));
    }

    @Override
    public void doLayout() {
        settling = true;
        try {
            if (pane.getWidth() != getWidth()) {
                pane.setSize(getWidth(), Math.max(1, pane.getHeight())); // wraps the text, so that the height is known
            }
            super.doLayout();
        } finally {
            settling = false;
        }
        settle();
    }

    /** All scrolling goes through this method. */
    @Override
    public void setViewPosition(Point position) {
        boolean scrolls = !settling && !position.equals(getViewPosition());
        super.setViewPosition(position);
        if (scrolls) {
            remember();
        }
    }

    private void remember() {
        int y = getViewPosition().y;
        boolean before = followsEnd;
        followsEnd =
                y + getExtentSize().height >= pane.getHeight() - pane.getFont().getSize() / 2;
        top = pane.document().position(pane.viewToModel2D(new Point(0, y)));
        topY = yOf(top.getOffset()) - y;
        if (followsEnd != before) {
            moved.run();
        }
    }

    private void settle() {
        settling = true;
        try {
            int y = followsEnd || top == null ? pane.getHeight() : yOf(top.getOffset()) - topY;
            setViewPosition(new Point(0, clamp(y)));
        } finally {
            settling = false;
        }
    }

    private int clamp(int y) {
        return Math.max(0, Math.min(y, pane.getHeight() - getExtentSize().height));
    }

    private int yOf(int offset) {
        Rectangle2D place = pane.placeOf(Math.min(offset, pane.getDocument().getLength()));
        return place == null ? 0 : (int) place.getY();
    }
}
