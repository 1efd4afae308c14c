package chatlab.swing.ui;

import chatlab.protocol.Name;
import java.awt.Color;

/** Colours with a meaning. Colours for text have enough contrast on the given background. */
public final class Colors {
    /** WCAG 2.1, 1.4.3, for text of normal size. */
    static final double MIN_CONTRAST = 4.5;

    private static final int HUES = 24;
    private static final int MIXER = 0x27D4EB2F;
    private static final Color RED = new Color(0xD0302F);

    private Colors() {}

    /** The colour of a name on this background: the same for all names that compare equal. */
    public static Color ofName(String name, Color background) {
        int mixed = Name.keyOf(name).hashCode() * MIXER >>> 16; // short names have hash codes close to each other
        float hue = mixed % HUES / (float) HUES;
        return readable(Color.getHSBColor(hue, 0.70f, 0.72f), background);
    }

    /** The colour of failures. Show a word or a mark as well: some people cannot see the colour. */
    public static Color error(Color background) {
        return readable(RED, background);
    }

    /** For text that matters less than the text around it. */
    public static Color dim(Color foreground, Color background) {
        return readable(mix(background, foreground, 0.6), background);
    }

    /** The colour {@code wish}, moved towards black or white until the contrast is enough for reading. */
    public static Color readable(Color wish, Color background) {
        boolean toWhite = contrast(Color.WHITE, background) > contrast(Color.BLACK, background);
        Color color = wish;
        for (int percent = 5; contrast(color, background) < MIN_CONTRAST && percent <= 100; percent += 5) {
            color = mix(wish, toWhite ? Color.WHITE : Color.BLACK, percent / 100.0);
        }
        return color;
    }

    /** A colour between two others; {@code share}, from 0 to 1, is the share of the second. */
    public static Color mix(Color one, Color other, double share) {
        return new Color(
                mix(one.getRed(), other.getRed(), share),
                mix(one.getGreen(), other.getGreen(), share),
                mix(one.getBlue(), other.getBlue(), share));
    }

    private static int mix(int one, int other, double share) {
        return (int) Math.round(one + (other - one) * share);
    }

    /** The contrast ratio of two colours, 1 to 21, after WCAG 2.1. */
    static double contrast(Color a, Color b) {
        double one = luminance(a) + 0.05;
        double other = luminance(b) + 0.05;
        return Math.max(one, other) / Math.min(one, other);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(int component) {
        double c = component / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
