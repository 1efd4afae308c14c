package chatlab.swing.ui;

import java.awt.Component;
import java.awt.Graphics;
import java.awt.Insets;
import javax.swing.border.AbstractBorder;

/** A hairline at one side of a part of the window. */
public final class Edge extends AbstractBorder {
    private static final long serialVersionUID = 1;

    public static final int BOTTOM = 0;
    public static final int LEFT = 1;
    public static final int TOP = 2;

    private final int side;

    /** At the {@link #BOTTOM}, at the {@link #LEFT} or at the {@link #TOP}. */
    public Edge(int side) {
        this.side = side;
    }

    @Override
    public void paintBorder(Component c, Graphics g, int x, int y, int width, int height) {
        g.setColor(ThemeColor.HAIRLINE.color());
        int bottom = side == BOTTOM ? y + height - 1 : y;
        g.fillRect(x, bottom, side == LEFT ? 1 : width, side == LEFT ? height : 1);
    }

    @Override
    public Insets getBorderInsets(Component c, Insets insets) {
        insets.set(side == TOP ? 1 : 0, side == LEFT ? 1 : 0, side == BOTTOM ? 1 : 0, 0);
        return insets;
    }
}
