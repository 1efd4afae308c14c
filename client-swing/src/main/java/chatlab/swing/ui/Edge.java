package chatlab.swing.ui;

import java.awt.Component;
import java.awt.Graphics;
import java.awt.Insets;
import java.awt.event.FocusEvent;
import java.awt.event.FocusListener;
import javax.swing.JScrollPane;
import javax.swing.border.AbstractBorder;

/** A hairline at one side of a part of the window, or a line around a scroll pane that shows while the focus is in it. */
public final class Edge extends AbstractBorder {
    private static final long serialVersionUID = 1;

    public static final int BOTTOM = 0;
    public static final int LEFT = 1;
    public static final int TOP = 2;
    private static final int FOCUS = 3;

    private final int side;

    /** At the {@link #BOTTOM}, at the {@link #LEFT} or at the {@link #TOP}. */
    public Edge(int side) {
        this.side = side;
    }

    /** Lets a line around this scroll pane show while the focus is in its view, and returns the pane. */
    public static JScrollPane showFocus(JScrollPane pane) {
        pane.setBorder(new Edge(FOCUS));
        pane.getViewport().getView().addFocusListener(new FocusListener() {
            @Override
            public void focusGained(FocusEvent event) {
                pane.repaint();
            }

            @Override
            public void focusLost(FocusEvent event) {
                pane.repaint();
            }
        });
        return pane;
    }

    @Override
    public void paintBorder(Component c, Graphics g, int x, int y, int width, int height) {
        if (side == FOCUS) {
            if (((JScrollPane) c).getViewport().getView().isFocusOwner()) {
                g.setColor(ThemeColor.ACCENT.color());
                g.drawRect(x, y, width - 1, height - 1);
            }
            return;
        }
        g.setColor(ThemeColor.HAIRLINE.color());
        int bottom = side == BOTTOM ? y + height - 1 : y;
        g.fillRect(x, bottom, side == LEFT ? 1 : width, side == LEFT ? height : 1);
    }

    @Override
    public Insets getBorderInsets(Component c, Insets insets) {
        int around = side == FOCUS ? 1 : 0;
        insets.set(side == TOP ? 1 : around, side == LEFT ? 1 : around, side == BOTTOM ? 1 : around, around);
        return insets;
    }
}
