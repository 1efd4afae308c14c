package chatlab.tutorials;

import java.lang.reflect.Method;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Properties of the terminal in which this program was started. */
final class Terminal {
    private static final int USUAL_HEIGHT = 24;
    private static final int LEAST_HEIGHT = 8;

    private Terminal() {}

    /** Whether a person can be asked: input and output are a terminal. */
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

    /** Whether it certainly shows every character. */
    static boolean showsUnicode() {
        String usual =
                System.getProperty("native.encoding", Charset.defaultCharset().name());
        String output = System.getProperty("stdout.encoding", System.getProperty("sun.stdout.encoding", usual));
        return isUtf8(output) && isUtf8(Charset.defaultCharset().name());
    }

    private static boolean isUtf8(String name) {
        return Charset.isSupported(name) && Charset.forName(name).equals(StandardCharsets.UTF_8);
    }

    /** The height in lines, as far as the shell tells. */
    static int height() {
        try {
            return Math.max(LEAST_HEIGHT, Integer.parseInt(System.getenv().getOrDefault("LINES", "")));
        } catch (NumberFormatException e) {
            return USUAL_HEIGHT;
        }
    }
}
