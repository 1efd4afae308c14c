package chatlab.swing.transcript;

import chatlab.swing.transcript.Paragraph.Style;
import chatlab.swing.transcript.Paragraph.Tint;
import chatlab.swing.ui.ThemeColor;
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
    private static final int TAB = 4;
    private static final int TABS = 50;

    private final JComponent pane;
    private final Map<Style, Font> fonts = new EnumMap<>(Style.class);
    private Font base;
    private TabSet tabs;

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

    TabSet codeTabs() {
        update();
        return tabs;
    }

    Color color(Style style) {
        ThemeColor tone = switch (style) {
            case TEXT, LABEL, CODE, NAME -> ThemeColor.TEXT;
            case FAINT, FAINT_CODE, DETAIL, QUIET, HEADING -> ThemeColor.DIM;
            case ERROR, ERROR_LABEL -> ThemeColor.RED;
            case LINK -> ThemeColor.LINK;
        };
        return tone.color();
    }

    Color background(Tint tint) {
        return (tint == Tint.MENTION ? ThemeColor.NOTICE : ThemeColor.SELECTION).color();
    }

    /** The colour of the bar beside a tinted paragraph. */
    Color bar(Tint tint) {
        return (tint == Tint.MENTION ? ThemeColor.MENTION_BAR : ThemeColor.ACCENT).color();
    }

    /** Makes fonts and tabs anew if the font of the pane has changed. */
    private void update() {
        Font now = pane.getFont();
        if (now.equals(base)) {
            return;
        }
        base = now;
        Font code = UIManager.getFont("monospaced.font");
        Font bold = UIManager.getFont("semibold.font");
        Font small = UIManager.getFont("small.font");
        for (Style style : Style.values()) {
            fonts.put(
                    style,
                    switch (style) {
                        case TEXT, FAINT, LINK, ERROR, QUIET -> now;
                        case CODE, FAINT_CODE -> code;
                        case NAME, LABEL, ERROR_LABEL -> bold;
                        case DETAIL, HEADING -> small;
                    });
        }
        float stop = TAB * pane.getFontMetrics(code).charWidth(' ');
        TabStop[] stops = new TabStop[TABS];
        for (int i = 0; i < TABS; i++) {
            stops[i] = new TabStop(stop * (i + 1));
        }
        tabs = new TabSet(stops);
    }
}
