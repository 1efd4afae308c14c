package chatlab.swing.ui;

import java.awt.BasicStroke;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.geom.Arc2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;
import javax.swing.Icon;

/** The picture of the program: a tile with a C. It needs no font, since loading a font delays the first window. */
public final class Logo implements Icon {
    private static final int[] SIZES = {16, 20, 24, 32, 48, 64, 128, 256};

    private final int steps;

    /** @param steps the width and the height, in steps of the grid */
    public Logo(int steps) {
        this.steps = steps;
    }

    /** The logo in the sizes that desktops ask for, the smallest first. */
    public static List<Image> images() {
        return IntStream.of(SIZES).mapToObj(Logo::image).toList();
    }

    private static Image image(int size) {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        paint(graphics, size);
        graphics.dispose();
        return image;
    }

    @Override
    public void paintIcon(Component c, Graphics graphics, int x, int y) {
        Graphics2D g = (Graphics2D) graphics.create();
        g.translate(x, y);
        paint(g, getIconWidth());
        g.dispose();
    }

    private static void paint(Graphics2D g, int size) {
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.scale(size / 16.0, size / 16.0); // units from here on: sixteenths of the size
        g.setColor(ThemeColor.ACCENT.color());
        g.fill(new RoundRectangle2D.Double(0, 0, 16, 16, 7, 7));
        g.setColor(ThemeColor.ON_ACCENT.color());
        g.setStroke(new BasicStroke(1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
        g.draw(new Arc2D.Double(5.3, 5.1, 5.4, 5.8, 40, 280, Arc2D.OPEN));
    }

    @Override
    public int getIconWidth() {
        return Grid.px(steps);
    }

    @Override
    public int getIconHeight() {
        return Grid.px(steps);
    }
}
