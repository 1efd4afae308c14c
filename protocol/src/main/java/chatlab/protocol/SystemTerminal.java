package chatlab.protocol;

import java.lang.reflect.Method;
import java.util.stream.Collectors;

/** The terminal in which this program was started, if it was started in one. */
public final class SystemTerminal {
    /** As long as no program has opened the terminal, its width is not known. Hardly any is narrower. */
    private static final int WIDTH = 80;

    private static final String INDENT = "  ";

    private SystemTerminal() {}

    /** Whether a person can be asked: input and output are a terminal. */
    public static boolean isThere() {
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

    /** Lines of this program: for a terminal in rows that end behind a word, for a pipe or a file as they are. */
    public static String folded(String lines) {
        return isThere() ? rows(lines) : lines;
    }

    static String rows(String lines) {
        return lines.lines()
                .flatMap(line -> Rows.of(line, WIDTH, INDENT).stream())
                .collect(Collectors.joining(System.lineSeparator()));
    }
}
