package chatlab.server.log;

import static chatlab.server.support.ServerWords.WORDS;

import chatlab.protocol.Rows;
import chatlab.protocol.SystemCharset;
import java.io.IOError;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jline.reader.Candidate;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.ParsedLine;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** A terminal. Lines are printed above the line that is being typed. */
public final class TerminalScreen implements Screen {
    private static final String PROMPT = "> ";
    private static final String QUIT = "quit";
    private static final String INDENT = "    ";
    private static final int NARROWEST = 20;

    private final Terminal terminal;
    private final LineReader reader;

    /** Used by the keyboard's thread only. */
    private Function<String, List<String>> completions = line -> List.of();

    private TerminalScreen(Terminal terminal) {
        this.terminal = terminal;
        this.reader = LineReaderBuilder.builder()
                .terminal(terminal)
                .parser(new DefaultParser().quoteChars(null).escapeChars(null)) // an apostrophe opens no quotation
                .completer(this::complete)
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .option(LineReader.Option.CASE_INSENSITIVE, true)
                .variable(LineReader.ERRORS, 0) // a prefix that fits nothing is not completed to something else
                .variable(LineReader.HISTORY_SIZE, 200)
                .build();
    }

    private void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        String typed = line.line().substring(0, line.cursor());
        completions.apply(typed).forEach(word -> candidates.add(new Candidate(word)));
    }

    @Override
    public boolean isTerminal() {
        return true;
    }

    /** The terminal of the standard input and output; null when one of the two is no terminal. */
    public static Screen openOrNull() throws IOException {
        // or JLine 4.5 takes one Ctrl-C for two now and then: as a signal, and as a key a moment later
        System.setProperty(TerminalBuilder.PROP_SOFTWARE_SIGNALS, "false");
        // the standard output only: when that is a file, the lines belong there
        TerminalBuilder builder = TerminalBuilder.builder()
                .system(true)
                .systemOutput(TerminalBuilder.SystemOutput.SysOut)
                .graphemeCluster(false) // else JLine asks the terminal, and drops what is typed before the answer
                .dumb(true);
        if (!System.getProperty("os.name").startsWith("Windows")) { // Windows consoles have their own encoding
            builder.encoding(SystemCharset.get());
        }
        Terminal terminal = builder.build();
        if (terminal.getType().startsWith(Terminal.TYPE_DUMB)) {
            terminal.close();
            return null;
        }
        return new TerminalScreen(terminal);
    }

    @Override
    public void print(List<String> lines) {
        int width = Math.max(NARROWEST, terminal.getSize().getColumns());
        List<String> folded = new ArrayList<>();
        lines.forEach(line -> folded.addAll(Rows.of(line, width, INDENT)));
        reader.printAbove(String.join("\n", folded));
    }

    /** Ctrl-C ends the server, Ctrl-D shows how to end it. */
    @Override
    public String readLine(Function<String, List<String>> completionsNow) {
        completions = completionsNow;
        while (true) {
            try {
                return reader.readLine(PROMPT);
            } catch (UserInterruptException e) {
                return QUIT;
            } catch (EndOfFileException e) {
                reader.printAbove(WORDS.get("keyboard.eof"));
            } catch (IllegalStateException | IOError e) {
                return null; // the program ends, and the terminal is closed
            }
        }
    }
}
