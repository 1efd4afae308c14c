package chatlab.protocol;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The words of one package that a person reads, from the bundle {@code Words.properties} beside its classes. Immutable:
 * any thread may use it.
 *
 * <p>The words do not depend on the locale of the machine. There is one bundle, in English, and a number is written as in
 * {@link Locale#ROOT}: {@code 5,000}. A text is then the same on every screen of a classroom, and in every test.
 */
public final class Words {
    private final ResourceBundle bundle;

    /**
     * The words of the package of {@code user}, the class that shows them.
     *
     * @throws java.util.MissingResourceException where that package has no bundle
     */
    public Words(Class<?> user) {
        bundle = ResourceBundle.getBundle(user.getPackageName() + ".Words", Locale.ROOT, user.getClassLoader());
    }

    /**
     * The words for {@code key}, a pattern of {@link MessageFormat} that the arguments are put into.
     *
     * @throws java.util.MissingResourceException where the bundle has no such key
     */
    public String get(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), Locale.ROOT).format(arguments);
    }

    /** Whether there are words for {@code key}. */
    public boolean has(String key) {
        return bundle.containsKey(key);
    }
}
