package chatlab.swing.ui;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of one package, from the bundle {@code Words.properties} that lies beside its classes. For any thread. */
public final class Words {
    private final ResourceBundle bundle;

    private Words(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /** The words of the package that {@code user} is in. */
    public static Words of(Class<?> user) {
        return new Words(ResourceBundle.getBundle(user.getPackageName() + ".Words"));
    }

    /** The words for {@code key}; throws MissingResourceException where there are none. */
    public String get(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), Locale.ROOT).format(arguments);
    }
}
