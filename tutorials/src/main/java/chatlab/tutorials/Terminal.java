package chatlab.tutorials;

import java.lang.reflect.Method;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** What the terminal can do that this program was started in. */
final class Terminal {
    private static final int USUAL_HEIGHT = 24;
    private static final int LEAST_HEIGHT = 8;

    private Terminal() {}

    /** Whether somebody sits there who can be asked. */
    static boolean isThere() {
        java.io.Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            // from JDK 22 on there is a console even where there is no terminal, and this method, which tells
            Method isTerminal = java.io.Console.class.getMethod("isTerminal");
            return (boolean) isTerminal.invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    /** Whether it shows every character. If that is not certain, it is not so. */
    static boolean showsUnicode() {
        String usual =
                System.getProperty("native.encoding", Charset.defaultCharset().name());
        String output = System.getProperty("stdout.encoding", System.getProperty("sun.stdout.encoding", usual));
        return isUtf8(output) && isUtf8(Charset.defaultCharset().name());
    }

    private static boolean isUtf8(String name) {
        return Charset.isSupported(name) && Charset.forName(name).equals(StandardCharsets.UTF_8);
    }

    /** Lines that are seen at once, as far as the shell has told. */
    static int height() {
        try {
            return Math.max(LEAST_HEIGHT, Integer.parseInt(System.getenv().getOrDefault("LINES", "")));
        } catch (NumberFormatException e) {
            return USUAL_HEIGHT;
        }
    }
}
