package chatlab.swing.chat;

import com.formdev.flatlaf.util.UIScale;
import java.awt.BasicStroke;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import javax.swing.Icon;
import javax.swing.UIManager;

/** A triangle with an exclamation mark, about as high as a line of text. */
final class WarningIcon implements Icon {
    private static final int SIZE = 14;

    @Override
    public void paintIcon(Component c, Graphics g, int x, int y) {
        Graphics2D g2 = (Graphics2D) g.create();
        g2.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g2.translate(x, y);
        double unit = UIScale.scale((float) SIZE) / 14.0;
        g2.scale(unit, unit);
        g2.setColor(UIManager.getColor("Actions.Yellow"));
        Path2D triangle = new Path2D.Double();
        triangle.moveTo(7, 1);
        triangle.lineTo(13.5, 13);
        triangle.lineTo(0.5, 13);
        triangle.closePath();
        g2.fill(triangle);
        g2.setColor(c.getBackground());
        g2.setStroke(new BasicStroke(1.6f));
        g2.draw(new Line2D.Double(7, 5, 7, 8.8));
        g2.draw(new Line2D.Double(7, 11, 7, 11));
        g2.dispose();
    }

    @Override
    public int getIconWidth() {
        return UIScale.scale(SIZE);
    }

    @Override
    public int getIconHeight() {
        return UIScale.scale(SIZE);
    }
}
