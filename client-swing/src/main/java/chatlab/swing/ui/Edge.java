package chatlab.swing.ui;

import java.awt.Component;
import java.awt.Graphics;
import java.util.List;
import javax.swing.JComponent;
import javax.swing.JScrollPane;
import javax.swing.border.EmptyBorder;

/** A hairline at one side of a part of the window. */
public final class Edge extends EmptyBorder {
    private static final long serialVersionUID = 1;

    public static final int BOTTOM = 0;
    public static final int RIGHT = 1;
    public static final int TOP = 2;
    public static final int LEFT = 3;

    /** At the {@link #BOTTOM}, at the {@link #RIGHT}, at the {@link #TOP}, or at the {@link #LEFT}. */
    public Edge(int side) {
        super(side == TOP ? 1 : 0, side == LEFT ? 1 : 0, side == BOTTOM ? 1 : 0, side == RIGHT ? 1 : 0);
    }

    @Override
    public void paintBorder(Component c, Graphics g, int x, int y, int width, int height) {
        g.setColor(ThemeColor.HAIRLINE.color());
        boolean upright = left + right > 0;
        g.fillRect(x + right * (width - 1), y + bottom * (height - 1), upright ? 1 : width, upright ? height : 1);
    }

    /** A scroll pane without an edge, in which the surface below shows. It does not scroll sideways. */
    public static JScrollPane bare(JComponent view) {
        JScrollPane pane = new JScrollPane(view);
        pane.setHorizontalScrollBarPolicy(JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
        pane.setBorder(null);
        for (JComponent part : List.of(view, pane, pane.getViewport(), pane.getVerticalScrollBar())) {
            part.setOpaque(false);
        }
        return pane;
    }

    /** Lets a line around this scroll pane show while the focus is in its view, and returns the pane. */
    public static JScrollPane showFocus(JScrollPane pane) {
        pane.setBorder(new FocusLine(pane));
        return pane;
    }

    private static final class FocusLine extends EmptyBorder {
        private static final long serialVersionUID = 1;

        private final Component view;

        FocusLine(JScrollPane pane) {
            super(1, 1, 1, 1);
            view = pane.getViewport().getView();
            UserInput.onFocus(view, pane::repaint);
        }

        @Override
        public void paintBorder(Component c, Graphics g, int x, int y, int width, int height) {
            if (view.isFocusOwner()) {
                g.setColor(ThemeColor.ACCENT.color());
                g.drawRect(x, y, width - 1, height - 1);
            }
        }
    }
}
