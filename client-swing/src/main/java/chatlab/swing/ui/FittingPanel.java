package chatlab.swing.ui;

import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.KeyboardFocusManager;
import java.awt.Rectangle;
import java.beans.PropertyChangeEvent;
import java.beans.PropertyChangeListener;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.Scrollable;
import javax.swing.SwingUtilities;
import net.miginfocom.swing.MigLayout;

/**
 * A panel that fills its scroll pane, and scrolls only where the pane is smaller than the minimum of the panel: then the part that gets
 * the focus is brought into view.
 */
public class FittingPanel extends JPanel implements Scrollable {
    private static final long serialVersionUID = 1;
    private static final int STEP = 4;
    private static final String FOCUS = "permanentFocusOwner";

    private final transient PropertyChangeListener focusListener = this::focusMoved;

    /** An empty panel with this layout. */
    public FittingPanel(MigLayout layout) {
        super(layout);
    }

    private void focusMoved(PropertyChangeEvent event) {
        if (event.getNewValue() instanceof Component owner && isAncestorOf(owner)) {
            Container pane = SwingUtilities.getAncestorOfClass(JScrollPane.class, owner);
            Component part = isAncestorOf(pane) ? pane : owner; // a list scrolls by itself
            scrollRectToVisible(SwingUtilities.convertRectangle(part.getParent(), part.getBounds(), this));
        }
    }

    @Override
    public void addNotify() {
        super.addNotify();
        KeyboardFocusManager.getCurrentKeyboardFocusManager().addPropertyChangeListener(FOCUS, focusListener);
    }

    @Override
    public void removeNotify() {
        KeyboardFocusManager.getCurrentKeyboardFocusManager().removePropertyChangeListener(FOCUS, focusListener);
        super.removeNotify();
    }

    /** As high as the minimum; the panel fills a higher scroll pane anyway. */
    @Override
    public Dimension getPreferredSize() {
        return new Dimension(super.getPreferredSize().width, getMinimumSize().height);
    }

    @Override
    public boolean getScrollableTracksViewportWidth() {
        return getParent().getWidth() >= getMinimumSize().width;
    }

    @Override
    public boolean getScrollableTracksViewportHeight() {
        return getParent().getHeight() >= getMinimumSize().height;
    }

    @Override
    public Dimension getPreferredScrollableViewportSize() {
        return super.getPreferredSize();
    }

    @Override
    public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
        return Grid.px(STEP);
    }

    @Override
    public int getScrollableBlockIncrement(Rectangle visible, int orientation, int direction) {
        return visible.height;
    }
}
