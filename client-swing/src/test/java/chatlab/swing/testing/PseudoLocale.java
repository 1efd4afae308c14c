package chatlab.swing.testing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * Loads the classes of this project a second time, with the texts of a language that does not exist: each text of the
 * bundles stands in ⟦ ⟧, has accents, and is 40 % longer. A text without these marks is hard-coded, and a text that is cut
 * would be cut in a language with longer words, too.
 */
public final class PseudoLocale extends URLClassLoader {
    private static final String ACCENTS_OF = "aeiouAEIOU";
    private static final String ACCENTS = "áéíóúÁÉÍÓÚ";
    private static final String LONGER = " and longer words".repeat(20);

    /** What separates parts that are shown in different places: lines, and the two columns of a table. */
    private static final Pattern BETWEEN = Pattern.compile("(?<=\n)|(?=\n)|(?<= \\| )|(?= \\| )");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d+(,number[^}]*)?}");
    private static final Pattern INNERMOST = Pattern.compile("⟦[^⟦⟧]*(⟧|$)");

    public PseudoLocale() {
        super(classPath(), PseudoLocale.class.getClassLoader());
    }

    private static URL[] classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(PseudoLocale::url)
                .toArray(URL[]::new);
    }

    private static URL url(String file) {
        try {
            return Path.of(file).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith("chatlab.")) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? findClass(name) : loaded;
        }
    }

    @Override
    public URL getResource(String name) {
        URL stored = super.getResource(name);
        try {
            return stored == null || !name.endsWith("/Words.properties")
                    ? stored
                    : new URL(null, stored.toString(), new Translator());
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Translates a bundle while it is read. */
    private static final class Translator extends URLStreamHandler {
        @Override
        protected URLConnection openConnection(URL bundle) {
            return new URLConnection(bundle) {
                @Override
                public void connect() {
                    // getInputStream() does it
                }

                @Override
                public InputStream getInputStream() throws IOException {
                    return translated(new URL(bundle.toString()));
                }
            };
        }
    }

    private static InputStream translated(URL bundle) throws IOException {
        Properties words = new Properties();
        try (InputStream stored = bundle.openStream()) {
            words.load(stored);
        }
        words.replaceAll((key, text) -> translated((String) text));
        ByteArrayOutputStream longer = new ByteArrayOutputStream();
        words.store(longer, null);
        return new ByteArrayInputStream(longer.toByteArray());
    }

    private static String translated(String text) {
        StringBuilder result = new StringBuilder();
        for (String part : BETWEEN.split(text)) {
            result.append(hasWords(part) ? marked(part) : part);
        }
        return result.toString();
    }

    private static boolean hasWords(String part) {
        return PLACEHOLDER.matcher(part).replaceAll("").codePoints().anyMatch(Character::isLetter);
    }

    private static String marked(String part) {
        StringBuilder result = new StringBuilder("⟦");
        int depth = 0;
        int shown = 0;
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            boolean isMnemonic = i > 0 && part.charAt(i - 1) == '&';
            int vowel = ACCENTS_OF.indexOf(c);
            result.append(depth == 0 && !isMnemonic && vowel >= 0 ? ACCENTS.charAt(vowel) : c);
            shown += depth == 0 ? 1 : 0;
        }
        return result.append(LONGER, 0, 1 + shown * 2 / 5).append('⟧').toString();
    }

    static boolean isMarked(String shown) {
        return shown != null && shown.contains("⟦");
    }

    /** What is left of a text on the screen without the marked parts of it. */
    static String unmarked(String shown) {
        String rest = shown;
        for (String before = ""; !rest.equals(before); ) {
            before = rest;
            rest = INNERMOST.matcher(before).replaceAll("");
        }
        return rest;
    }
}
