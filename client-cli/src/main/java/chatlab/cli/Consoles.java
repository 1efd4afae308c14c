package chatlab.cli;

import chatlab.protocol.SystemCharset;
import chatlab.protocol.SystemTerminal;
import java.io.IOException;

/** Finds out what this program was started in. */
final class Consoles {
    private Consoles() {}

    static UserConsole open(boolean plain, Names names) {
        boolean terminal = SystemTerminal.isThere();
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
}
