package chatlab.tutorials;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Properties of the terminal in which this program was started. */
final class Terminal {
    private static final int USUAL_HEIGHT = 24;
    private static final int LEAST_HEIGHT = 8;

    private Terminal() {}

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
