package chatlab.swing.ui;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.Color;
import java.util.Locale;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.UIManager;

/** What a colour is for. The theme says which colour that is: see FlatLaf.properties in the folder "theme". */
public enum ThemeColor {
    SURFACE,
    SIDE,
    CODE,
    HAIRLINE,
    HOVER,
    SELECTION,
    TEXT,
    DIM,
    ACCENT,
    ON_ACCENT,
    LINK,
    RED,
    NOTICE,
    NOTICE_TEXT,
    MENTION_BAR,
    FOUND;

    /** The name of the colour in the theme, such as "Chat.noticeText" for {@link #NOTICE_TEXT}. */
    String key() {
        StringBuilder key = new StringBuilder("Chat.");
        for (String word : name().toLowerCase(Locale.ROOT).split("_")) {
            boolean isFirst = key.charAt(key.length() - 1) == '.';
            key.append(isFirst ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return key.toString();
    }

    /** The colour in the theme of now. */
    public Color color() {
        return UIManager.getColor(key());
    }

    /** Makes a strip with words stand out, without alarm. */
    public static void notice(JPanel strip, JLabel words) {
        strip.putClientProperty(FlatClientProperties.STYLE, "background: $" + NOTICE.key());
        words.putClientProperty(FlatClientProperties.STYLE, "foreground: $" + NOTICE_TEXT.key());
    }
}
