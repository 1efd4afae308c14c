package chatlab.server.log;

import chatlab.protocol.SystemCharset;
import chatlab.protocol.SystemTerminal;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;

/**
 * The screen of this program. Where it is a terminal, the first {@link #readLine} opens a line editor; before that it prints
 * plain lines. To load the editor takes longer than to start the server, and clients need not wait for it.
 */
public final class ProgramScreen implements Screen {
    private volatile Screen screen = new PipeScreen(System.in, SystemCharset.out());

    /** Used by the thread that reads the keyboard only. */
    private boolean opened;

    @Override
    public void print(List<String> lines) {
        Screen now = screen; // a terminal that is open folds lines to its own width
        now.print(
                now.isTerminal()
                        ? lines
                        : lines.stream().map(SystemTerminal::folded).toList());
    }

    @Override
    public String readLine(Function<String, List<String>> completions) {
        if (!opened) {
            opened = true;
            openTerminal();
        }
        return screen.readLine(completions);
    }

    private void openTerminal() {
        boolean isWindows =
                System.getProperty("os.name").startsWith("Windows"); // it has terminals that Java does not know
        try {
            Screen terminal = isWindows || System.console() != null ? TerminalScreen.openOrNull() : null;
            if (terminal != null) {
                screen = terminal;
            }
        } catch (IOException e) {
            // plain lines must do
        }
    }

    @Override
    public boolean isTerminal() {
        return screen.isTerminal();
    }
}
