package chatlab.swing.ui;

import java.awt.Component;
import java.awt.Graphics;
import java.awt.event.FocusEvent;
import java.awt.event.FocusListener;
import javax.swing.JScrollPane;
import javax.swing.border.EmptyBorder;

/** A hairline at one side of a part of the window. */
public final class Edge extends EmptyBorder {
    private static final long serialVersionUID = 1;

    public static final int BOTTOM = 0;
    public static final int RIGHT = 1;
    public static final int TOP = 2;

    /** At the {@link #BOTTOM}, at the {@link #RIGHT}, or at the {@link #TOP}. */
    public Edge(int side) {
        super(side == TOP ? 1 : 0, 0, side == BOTTOM ? 1 : 0, side == RIGHT ? 1 : 0);
    }

    @Override
    public void paintBorder(Component c, Graphics g, int x, int y, int width, int height) {
        g.setColor(ThemeColor.HAIRLINE.color());
        g.fillRect(x + right * (width - 1), y + bottom * (height - 1), right == 1 ? 1 : width, right == 1 ? height : 1);
    }

    /** Lets a line around this scroll pane show while the focus is in its view, and returns the pane. */
    public static JScrollPane showFocus(JScrollPane pane) {
        pane.setBorder(new FocusLine(pane));
        return pane;
    }

    private static final class FocusLine extends EmptyBorder implements FocusListener {
        private static final long serialVersionUID = 1;

        private final JScrollPane pane;
        private final Component view;

        FocusLine(JScrollPane pane) {
            super(1, 1, 1, 1);
            this.pane = pane;
            this.view = pane.getViewport().getView();
            view.addFocusListener(this);
        }

        @Override
        public void paintBorder(Component c, Graphics g, int x, int y, int width, int height) {
            if (view.isFocusOwner()) {
                g.setColor(ThemeColor.ACCENT.color());
                g.drawRect(x, y, width - 1, height - 1);
            }
        }

        @Override
        public void focusGained(FocusEvent event) {
            pane.repaint();
        }

        @Override
        public void focusLost(FocusEvent event) {
            pane.repaint();
        }
    }
}
