package chatlab.cli;

import chatlab.client.TypedText;
import chatlab.protocol.SystemCharset;
import java.io.IOError;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.reader.impl.history.DefaultHistory;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.InfoCmp.Capability;

/** A terminal: the line that is being typed stays at the bottom and can be edited, all else appears above it. */
final class TerminalConsole implements UserConsole {
    private final Terminal terminal;
    private final LineReaderImpl reader;
    private final Painter painter;
    private final LackingCharacters lacking;

    /** Guards the prompt: ours, and the reader's, which is set from it. */
    private final Object promptLock = new Object();

    private String prompt = "> ";

    TerminalConsole(Terminal terminal, Names names, String noColor) {
        this.terminal = terminal;
        this.lacking = new LackingCharacters(terminal.outputEncoding());
        this.painter = new Painter(Palette.of(terminal.getNumericCapability(Capability.max_colors), noColor));
        // the typed line leaves the screen: it comes back from the server, in its place among the messages of others
        this.reader = (LineReaderImpl) LineReaderBuilder.builder()
                .terminal(terminal)
                .parser(new TypedLineParser())
                .history(new KeylessHistory())
                .completer(new ChatCompleter(names))
                .option(LineReader.Option.ERASE_LINE_ON_FINISH, true)
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .option(LineReader.Option.CASE_INSENSITIVE, true)
                .option(LineReader.Option.AUTO_FRESH_LINE, false)
                .option(LineReader.Option.AUTO_GROUP, false)
                .variable(LineReader.ERRORS, 0) // a prefix that fits nothing is not completed to something else
                .variable(LineReader.SECONDARY_PROMPT_PATTERN, "| ")
                .variable(LineReader.HISTORY_SIZE, 200)
                .variable(LineReader.BELL_STYLE, "none")
                .build();
        reader.getWidgets().put(LineReader.CALLBACK_INIT, this::takePrompt);
    }

    /** The reader calls this before it draws a line: the prompt may have changed since {@link #readLine} began. */
    private boolean takePrompt() {
        synchronized (promptLock) {
            reader.setPrompt(prompt);
            return true;
        }
    }

    /** What the arrow keys bring back: not the instructor's key. */
    private static final class KeylessHistory extends DefaultHistory {
        @Override
        public void add(Instant time, String line) {
            if (!TypedText.isSecret(line)) {
                super.add(time, line);
            }
        }
    }

    /** The terminal that the program was started in. */
    static TerminalConsole open(Names names) throws IOException {
        TerminalBuilder builder = TerminalBuilder.builder()
                .system(true)
                .graphemeCluster(
                        false); // or JLine asks the terminal about it, and throws away what was typed until the answer
        if (!Consoles.isWindows()) {
            builder.encoding(SystemCharset.get()); // what it lacks becomes a question mark
        }
        Terminal terminal = builder.build();
        return new TerminalConsole(terminal, names, System.getenv("NO_COLOR"));
    }

    @Override
    public String readLine() {
        try {
            return reader.readLine();
        } catch (EndOfFileException | UserInterruptException | IOError e) {
            return null; // Ctrl-D, Ctrl-C, and a window that was closed
        }
    }

    @Override
    public void show(List<ScreenEntry> entries) {
        int width = terminal.getColumns() > 0 ? terminal.getColumns() : 80;
        reader.printAbove(lacking.explain(entries).stream()
                .flatMap(entry -> painter.paint(entry, width).stream())
                .map(line -> line.toAnsi(terminal))
                .collect(Collectors.joining("\n")));
    }

    @Override
    public void setPrompt(String prompt) {
        synchronized (promptLock) {
            this.prompt = prompt + "> ";
            reader.setPrompt(this.prompt); // also before the line that is being typed now
        }
    }

    @Override
    public boolean isInteractive() {
        return true;
    }

    @Override
    public boolean showsTyping() {
        return false;
    }

    @Override
    public void close() {
        try {
            terminal.close();
        } catch (IOException e) {
            // the program ends
        }
    }
}
