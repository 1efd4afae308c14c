package chatlab.swing;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;

/** The picture of the program: a speech bubble with three dots. */
final class Logo {
    private static final int[] SIZES = {16, 20, 24, 32, 48, 64, 128, 256};
    private static final Color BUBBLE = new Color(0x1F6FB2);

    private Logo() {}

    /** The logo in the sizes that desktops ask for, the smallest first. */
    static List<Image> images() {
        return IntStream.of(SIZES).<Image>mapToObj(Logo::image).toList();
    }

    static Image image(int size) {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.scale(size / 16.0, size / 16.0); // units from here on: sixteenths of the size
        graphics.setColor(BUBBLE);
        graphics.fill(bubble());
        graphics.setColor(Color.WHITE);
        for (double x : new double[] {3.2, 7, 10.8}) {
            graphics.fill(new Ellipse2D.Double(x, 5.5, 2, 2));
        }
        graphics.dispose();
        return image;
    }

    private static Area bubble() {
        Path2D tail = new Path2D.Double();
        tail.moveTo(3, 10);
        tail.lineTo(3, 15.5);
        tail.lineTo(9, 11);
        tail.closePath();
        Area bubble = new Area(new RoundRectangle2D.Double(0.5, 1, 15, 11, 6, 6));
        bubble.add(new Area(tail));
        return bubble;
    }
}
