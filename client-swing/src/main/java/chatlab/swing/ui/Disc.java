package chatlab.swing.ui;

import chatlab.protocol.Name;
import java.awt.Component;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.util.Locale;
import javax.swing.Icon;
import javax.swing.UIManager;

/** A disc in the colour of a name, with the name's first letter. The letter tells, never the colour alone. */
public final class Disc implements Icon {
    /** Between a disc and a name, in pixels. FlatLaf scales it. */
    public static final int GAP = 8;

    private static final int MIXER = 0x85EBCA6B;

    private final String letter;
    /** A key of the theme: a disc that is kept follows it. */
    private final String color;

    private final int steps;

    /** @param steps the diameter, in steps of the grid */
    public Disc(String name, int steps) {
        this(name, "Chat.disc" + number(name), steps);
    }

    /** The disc of a person that is away for a moment, without a colour. */
    public static Disc grey(String name, int steps) {
        return new Disc(name, "Chat.discAway", steps);
    }

    private Disc(String name, String color, int steps) {
        this.letter = name.isEmpty()
                ? ""
                : name.substring(0, name.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT);
        this.color = color;
        this.steps = steps;
    }

    /** The number of the colour, 1 to 8: the same for all names that compare equal. */
    static int number(String name) {
        int mixed = Name.keyOf(name).hashCode() * MIXER >>> 24; // short names have hash codes close to each other
        return 1 + mixed % 8;
    }

    @Override
    public void paintIcon(Component c, Graphics graphics, int x, int y) {
        int size = Grid.px(steps);
        Graphics2D g = (Graphics2D) graphics.create();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setColor(UIManager.getColor(color));
        g.fillOval(x, y, size, size);
        g.setColor(UIManager.getColor("Chat.onDisc"));
        Font font = UIManager.getFont("semibold.font");
        g.setFont(font.deriveFont(size * 0.42f));
        FontMetrics metrics = g.getFontMetrics();
        g.drawString(
                letter,
                x + (size - metrics.stringWidth(letter)) / 2f,
                y + (size - metrics.getHeight()) / 2f + metrics.getAscent());
        g.dispose();
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
