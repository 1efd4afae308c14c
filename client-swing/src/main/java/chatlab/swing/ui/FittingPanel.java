package chatlab.swing.ui;

import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.Rectangle;
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
    /** An empty panel with this layout. */
    public FittingPanel(MigLayout layout) {
        super(layout);
        UserInput.onFocusWithin(this, this::bringIntoView);
    }

    private void bringIntoView(Component owner) {
        Container pane = SwingUtilities.getAncestorOfClass(JScrollPane.class, owner);
        Component part = isAncestorOf(pane) ? pane : owner; // a list scrolls by itself
        scrollRectToVisible(SwingUtilities.convertRectangle(part.getParent(), part.getBounds(), this));
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
