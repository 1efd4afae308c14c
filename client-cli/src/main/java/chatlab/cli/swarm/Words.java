package chatlab.cli.swarm;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of the swarm, from the bundle {@code Words.properties} of its package. */
final class Words {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("chatlab.cli.swarm.Words");

    private Words() {}

    static String get(String key, Object... arguments) {
        return new MessageFormat(BUNDLE.getString(key), Locale.ROOT).format(arguments);
    }
}
