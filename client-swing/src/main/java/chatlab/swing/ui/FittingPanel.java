package chatlab.swing.ui;

import com.formdev.flatlaf.util.UIScale;
import java.awt.Dimension;
import java.awt.Rectangle;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.Scrollable;
import net.miginfocom.swing.MigLayout;

/** A panel that fills its scroll pane, and scrolls only where that is less high than the panel must be. */
public final class FittingPanel extends JPanel implements Scrollable {
    private static final long serialVersionUID = 1;
    private static final int STEP = 16;

    /** An empty panel with this layout. */
    public FittingPanel(MigLayout layout) {
        super(layout);
    }

    /** The scroll pane for it, which is not seen as long as it is not needed. */
    public JScrollPane scrollPane() {
        JScrollPane pane = new JScrollPane(this);
        pane.setBorder(null);
        return pane;
    }

    /** As high as it must be; where there is more room, it takes that anyway. */
    @Override
    public Dimension getPreferredSize() {
        return new Dimension(super.getPreferredSize().width, getMinimumSize().height);
    }

    @Override
    public boolean getScrollableTracksViewportWidth() {
        return true;
    }

    @Override
    public boolean getScrollableTracksViewportHeight() {
        return getParent().getHeight() >= getMinimumSize().height;
    }

    @Override
    public Dimension getPreferredScrollableViewportSize() {
        return getPreferredSize();
    }

    @Override
    public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
        return UIScale.scale(STEP);
    }

    @Override
    public int getScrollableBlockIncrement(Rectangle visible, int orientation, int direction) {
        return visible.height;
    }
}
