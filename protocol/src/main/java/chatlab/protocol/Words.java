package chatlab.protocol;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words that CHAT/1 itself speaks to people, from the bundle {@code Words.properties}. */
final class Words {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("chatlab.protocol.Words");

    private Words() {}

    /** The same on every machine: numbers are not written as its country does. */
    static String get(String key, Object... arguments) {
        return new MessageFormat(BUNDLE.getString(key), Locale.ROOT).format(arguments);
    }
}
