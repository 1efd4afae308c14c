package chatlab.swing.ui;

import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.LayoutManager;
import java.awt.RenderingHints;
import javax.swing.JPanel;

/** A panel with round corners, and an outline where it is asked for. */
public class RoundPanel extends JPanel {
    private static final long serialVersionUID = 1;

    private transient ThemeColor surface;
    private transient ThemeColor outline;

    /** An empty one, of which nothing is drawn. */
    public RoundPanel(LayoutManager layout) {
        super(layout);
        setOpaque(false);
    }

    /** Draws this surface and this outline; null for none. */
    public void draw(ThemeColor surface, ThemeColor outline) {
        if (surface != this.surface || outline != this.outline) {
            this.surface = surface;
            this.outline = outline;
            repaint();
        }
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = (Graphics2D) graphics.create();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        int arc = Grid.px(3);
        if (surface != null) {
            g.setColor(surface.color());
            g.fillRoundRect(0, 0, getWidth(), getHeight(), arc, arc);
        }
        if (outline != null) {
            g.setColor(outline.color());
            g.drawRoundRect(0, 0, getWidth() - 1, getHeight() - 1, arc, arc);
        }
        g.dispose();
    }
}
