package chatlab.swing.ui;

import java.awt.Dimension;
import java.awt.Rectangle;
import javax.swing.JPanel;
import javax.swing.Scrollable;
import net.miginfocom.swing.MigLayout;

/**
 * A panel that fills its scroll pane, and scrolls only where the pane is smaller than the minimum of the panel.
 */
public class FittingPanel extends JPanel implements Scrollable {
    private static final long serialVersionUID = 1;
    private static final int STEP = 4;

    /** An empty panel with this layout. */
    public FittingPanel(MigLayout layout) {
        super(layout);
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
