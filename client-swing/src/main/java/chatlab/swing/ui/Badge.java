package chatlab.swing.ui;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import javax.swing.BorderFactory;
import javax.swing.JLabel;

/** A short word or a number in small letters, on a surface of its own if it matters. */
public final class Badge extends JLabel {
    private static final long serialVersionUID = 1;

    private transient ThemeColor surface;

    public Badge() {
        putClientProperty(FlatClientProperties.STYLE, "font: $small.font");
        setBorder(BorderFactory.createEmptyBorder(0, Grid.px(2), 0, Grid.px(2)));
    }

    /** Shows these words in dim letters. */
    public void dim(String words) {
        show(words, null, ThemeColor.DIM);
    }

    /** Shows these words on a surface. */
    public void show(String words, ThemeColor on, ThemeColor ink) {
        surface = words.isEmpty() ? null : on;
        setForeground(ink.color());
        setText(words);
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        if (surface != null) {
            Graphics2D g = (Graphics2D) graphics.create();
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            g.setColor(surface.color());
            int height = Math.min(getHeight(), Grid.px(5));
            g.fillRoundRect(0, (getHeight() - height) / 2, getWidth(), height, Grid.px(3), Grid.px(3));
            g.dispose();
        }
        super.paintComponent(graphics);
    }
}
