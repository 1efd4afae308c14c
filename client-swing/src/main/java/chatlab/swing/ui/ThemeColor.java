package chatlab.swing.ui;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.Color;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.UIManager;

/** What a colour is for. The theme says which colour that is: see FlatLaf.properties in the folder "theme". */
public enum ThemeColor {
    SURFACE("surface"),
    SIDE("side"),
    CODE("code"),
    KEYWORD("keyword"),
    LITERAL("literal"),
    HAIRLINE("hairline"),
    SELECTION("selection"),
    TEXT("text"),
    DIM("dim"),
    ACCENT("accent"),
    ON_ACCENT("onAccent"),
    LINK("link"),
    RED("red"),
    NOTICE("notice"),
    NOTICE_TEXT("noticeText"),
    MENTION_BAR("mentionBar"),
    FOUND("found");

    /** The name of the colour in the theme. */
    final String key;

    ThemeColor(String name) {
        key = "Chat." + name;
    }

    /** The colour in the theme of now. */
    public Color color() {
        return UIManager.getColor(key);
    }

    /** Makes a strip with words stand out, without alarm. */
    public static void notice(JPanel strip, JLabel words) {
        strip.putClientProperty(FlatClientProperties.STYLE, "background: $" + NOTICE.key);
        words.putClientProperty(FlatClientProperties.STYLE, "foreground: $" + NOTICE_TEXT.key);
    }
}
