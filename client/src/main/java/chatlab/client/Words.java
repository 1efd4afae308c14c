package chatlab.client;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words that all clients share, from the bundle {@code Words.properties}. */
final class Words {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("chatlab.client.Words");

    private Words() {}

    static String get(String key, Object... arguments) {
        return new MessageFormat(BUNDLE.getString(key), Locale.ROOT).format(arguments);
    }
}
