package chatlab.swing.transcript;

import chatlab.protocol.Words;
import chatlab.swing.transcript.Paragraph.Style;
import chatlab.swing.transcript.Paragraph.Tint;
import chatlab.swing.ui.Colors;
import java.awt.Color;
import java.awt.Font;
import java.util.EnumMap;
import java.util.Map;
import javax.swing.JComponent;
import javax.swing.UIManager;
import javax.swing.text.TabSet;
import javax.swing.text.TabStop;

/** Fonts, colours and distances of a transcript. They follow the font of the pane and the theme. */
final class Look {
    private static final Words WORDS = new Words(Look.class);
    private static final int TAB = 4;
    private static final int TABS = 50;
    private static final Color AMBER = new Color(0xE8A200);

    private final JComponent pane;
    private final Map<Style, Font> fonts = new EnumMap<>(Style.class);
    private Font base;
    private TabSet tabs;
    private int rightMargin;

    Look(JComponent pane) {
        this.pane = pane;
    }

    /** This many times the size of the font, in pixels. */
    int em(double times) {
        return (int) Math.round(times * pane.getFont().getSize2D());
    }

    Font font(Style style) {
        update();
        return fonts.get(style);
    }

    /** The width that the word at the unread line needs. */
    int rightMargin() {
        update();
        return rightMargin;
    }

    TabSet codeTabs() {
        update();
        return tabs;
    }

    Color color(Style style, Object detail, Tint tint) {
        Color background = background(tint);
        return switch (style) {
            case TEXT, LABEL, CODE -> pane.getForeground();
            case FAINT, FAINT_CODE, DETAIL, QUIET, HEADING -> Colors.dim(pane.getForeground(), background);
            case NAME -> Colors.ofName((String) detail, background);
            case ERROR, ERROR_LABEL -> Colors.error(background);
            case LINK -> Colors.readable(UIManager.getColor("Component.linkColor"), background);
        };
    }

    Color background(Tint tint) {
        return switch (tint) {
            case NONE -> pane.getBackground();
            case MENTION -> Colors.mix(pane.getBackground(), AMBER, 0.14);
            case ANNOUNCEMENT -> Colors.mix(pane.getBackground(), accent(), 0.14);
        };
    }

    /** The colour of the bar beside a tinted paragraph. */
    Color bar(Tint tint) {
        return tint == Tint.MENTION ? AMBER : accent();
    }

    Color codeBackground() {
        return Colors.mix(pane.getBackground(), pane.getForeground(), 0.06);
    }

    Color rule() {
        return Colors.mix(pane.getBackground(), pane.getForeground(), 0.25);
    }

    Color accent() {
        return UIManager.getColor("Component.accentColor");
    }

    /** Makes fonts and tabs anew if the font of the pane has changed. */
    private void update() {
        Font now = pane.getFont();
        if (now.equals(base)) {
            return;
        }
        base = now;
        Font code = new Font(Font.MONOSPACED, Font.PLAIN, now.getSize());
        for (Style style : Style.values()) {
            fonts.put(
                    style,
                    switch (style) {
                        case TEXT, FAINT, LINK, ERROR, DETAIL -> now;
                        case CODE, FAINT_CODE -> code;
                        case NAME, LABEL, ERROR_LABEL, HEADING -> now.deriveFont(Font.BOLD);
                        case QUIET -> now.deriveFont(Font.ITALIC);
                    });
        }
        rightMargin = pane.getFontMetrics(font(Style.LABEL)).stringWidth(WORDS.get("new")) + em(1.2);
        float stop = TAB * pane.getFontMetrics(code).charWidth(' ');
        TabStop[] stops = new TabStop[TABS];
        for (int i = 0; i < TABS; i++) {
            stops[i] = new TabStop(stop * (i + 1));
        }
        tabs = new TabSet(stops);
    }
}
