package chatlab.swing.ui;

import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.LayoutManager;
import java.awt.Rectangle;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.Scrollable;
import javax.swing.SwingUtilities;

/** A panel for a scroll pane: places its parts side by side, and begins a new row where the width ends. */
public final class FlowPanel extends JPanel implements Scrollable {
    private static final long serialVersionUID = 1;

    /** Between two parts, in steps of the grid. */
    private static final int GAP = 2;

    /** The height of a part, in steps of the grid. */
    private static final int LEAST = 8;

    /** Of the window, which also needs room for what stands around this panel. */
    private static final int MOST = 4;

    /** An empty one, through which the surface below shows. */
    public FlowPanel() {
        super(new Rows());
        setOpaque(false);
    }

    @Override
    public void setBounds(int x, int y, int width, int height) {
        boolean wrapsAnew = width != getWidth();
        super.setBounds(x, y, width, height);
        if (wrapsAnew) {
            WidthChange.follow(this);
        }
    }

    /** A scroll pane would keep its height, though there may be another number of rows. */
    @Override
    public void revalidate() {
        super.revalidate();
        Container pane = SwingUtilities.getAncestorOfClass(JScrollPane.class, this);
        if (pane != null && pane.getParent() instanceof JComponent around) {
            around.revalidate();
        }
    }

    /** As high as all rows, but at most a quarter of the window. */
    @Override
    public Dimension getPreferredScrollableViewportSize() {
        Dimension size = getPreferredSize();
        if (getRootPane() != null) {
            size.height =
                    Math.min(size.height, Math.max(Grid.px(LEAST), getRootPane().getHeight() / MOST));
        }
        return size;
    }

    @Override
    public boolean getScrollableTracksViewportWidth() {
        return true;
    }

    @Override
    public boolean getScrollableTracksViewportHeight() {
        return false;
    }

    @Override
    public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
        return Grid.px(LEAST);
    }

    @Override
    public int getScrollableBlockIncrement(Rectangle visible, int orientation, int direction) {
        return visible.height;
    }

    private static final class Rows implements LayoutManager {
        @Override
        public void addLayoutComponent(String name, Component part) {}

        @Override
        public void removeLayoutComponent(Component part) {}

        /** For the present width; for one row before there is a width. */
        @Override
        public Dimension preferredLayoutSize(Container parent) {
            return place(parent, false);
        }

        @Override
        public Dimension minimumLayoutSize(Container parent) {
            return new Dimension();
        }

        @Override
        public void layoutContainer(Container parent) {
            place(parent, true);
        }

        private static Dimension place(Container parent, boolean move) {
            int width = parent.getWidth() > 0 ? parent.getWidth() : Integer.MAX_VALUE;
            int gap = Grid.px(GAP);
            int x = 0;
            int y = 0;
            int widest = 0;
            int row = 0;
            for (Component part : parent.getComponents()) {
                Dimension size = part.getPreferredSize();
                int height = Math.max(size.height, Grid.px(LEAST));
                int partWidth = Math.min(size.width, width);
                if (x > 0 && x + partWidth > width) {
                    x = 0;
                    y += row + gap;
                    row = 0;
                }
                if (move) {
                    part.setBounds(x, y, partWidth, height);
                }
                widest = Math.max(widest, x + partWidth);
                row = Math.max(row, height);
                x += partWidth + gap;
            }
            return new Dimension(widest, y + row);
        }
    }
}
