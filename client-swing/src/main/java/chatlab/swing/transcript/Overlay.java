package chatlab.swing.transcript;

import com.formdev.flatlaf.util.UIScale;
import java.awt.Dimension;
import javax.swing.JButton;
import javax.swing.JLayeredPane;
import javax.swing.JScrollPane;

/** A scroll pane, and a button that floats above its lower right corner. */
final class Overlay extends JLayeredPane {
    private static final long serialVersionUID = 1;
    private static final int GAP = 12;

    private final JScrollPane below;
    private final JButton above;

    Overlay(JScrollPane below, JButton above) {
        this.below = below;
        this.above = above;
        add(below, DEFAULT_LAYER);
        add(above, PALETTE_LAYER);
    }

    @Override
    public void doLayout() {
        below.setBounds(0, 0, getWidth(), getHeight());
        Dimension size = above.getPreferredSize();
        int gap = UIScale.scale(GAP);
        int right = getWidth() - below.getVerticalScrollBar().getPreferredSize().width - gap;
        above.setBounds(right - size.width, getHeight() - gap - size.height, size.width, size.height);
    }

    @Override
    public Dimension getPreferredSize() {
        return below.getPreferredSize();
    }

    @Override
    public Dimension getMinimumSize() {
        return below.getMinimumSize();
    }
}
