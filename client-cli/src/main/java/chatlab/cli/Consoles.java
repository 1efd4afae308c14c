package chatlab.cli;

import chatlab.protocol.SystemCharset;
import java.io.IOException;
import java.lang.reflect.Method;

/** Finds out what this program was started in. */
final class Consoles {
    private Consoles() {}

    static UserConsole open(boolean plain, Names names) {
        boolean terminal = isTerminal();
        if (terminal && !plain && !"dumb".equals(System.getenv("TERM"))) {
            try {
                return TerminalConsole.open(names);
            } catch (IOException e) {
                // then plainly
            }
        }
        return new PlainConsole(System.in, SystemCharset.out(), SystemCharset.err(), terminal);
    }

    static boolean isWindows() {
        return System.getProperty("os.name").startsWith("Windows");
    }

    /** Whether both the input and the output are a terminal. */
    static boolean isTerminal() {
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
}
