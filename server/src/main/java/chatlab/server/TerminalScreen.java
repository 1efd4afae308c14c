package chatlab.server;

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
import org.jline.utils.WCWidth;

/** A terminal: what is printed appears above the line that is being typed. */
final class TerminalScreen implements Screen {
    private static final String PROMPT = "> ";
    private static final String QUIT = "quit";
    private static final String INDENT = "    ";
    private static final int NARROWEST = 20;

    /** Makes a wide picture of many a sign that comes before it. */
    private static final int EMOJI_STYLE = 0xFE0F;

    /** A mark, says Java; a letter with a width of its own, say terminals. */
    private static final int PAMUDPOD = 0x1734;

    private final Terminal terminal;
    private final LineReader reader;

    /** For the thread that reads the keyboard only. */
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

    /** The terminal that this program reads from and prints to, or null where one of both is something else. */
    static Screen openOrNull() throws IOException {
        // only what is sent to the standard output: if that is a file, the lines belong there
        TerminalBuilder builder = TerminalBuilder.builder()
                .system(true)
                .systemOutput(TerminalBuilder.SystemOutput.SysOut)
                .dumb(true);
        if (!System.getProperty("os.name").startsWith("Windows")) { // which has its own way
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
        lines.forEach(line -> folded.addAll(fold(line, width)));
        reader.printAbove(String.join("\n", folded));
    }

    /** Ctrl-C ends the server, Ctrl-D only says how to. */
    @Override
    public String readLine(Function<String, List<String>> completionsNow) {
        completions = completionsNow;
        while (true) {
            try {
                return reader.readLine(PROMPT);
            } catch (UserInterruptException e) {
                return QUIT;
            } catch (EndOfFileException e) {
                reader.printAbove(Words.get("keyboard.eof"));
            } catch (IllegalStateException | IOError e) {
                return null; // the program ends, and the terminal is closed
            }
        }
    }

    /**
     * Breaks a line at {@code width} columns ourselves, so that no text can be wrapped into what looks like a line of its
     * own: all but the first are indented.
     */
    static List<String> fold(String line, int width) {
        List<String> folded = new ArrayList<>();
        String indent = "";
        String rest = line;
        String head = head(rest, width);
        while (head.length() < rest.length()) {
            int cut = cut(head);
            folded.add(indent + rest.substring(0, cut));
            rest = rest.substring(cut);
            indent = INDENT;
            head = head(rest, width - INDENT.length());
        }
        folded.add(indent + rest);
        return folded;
    }

    /** As much of the line as fits into {@code width} columns. */
    private static String head(String line, int width) {
        int columns = 0;
        for (int i = 0; i < line.length(); i += Character.charCount(line.codePointAt(i))) {
            columns += columns(line.codePointAt(i));
            if (columns > width) {
                return line.substring(0, i);
            }
        }
        return line;
    }

    /**
     * How many columns this code point may take. Terminals do not agree on that, and one that takes more of them than we
     * thought would wrap the line before we do: so what may be wide is, and what may be seen has a width.
     */
    private static int columns(int c) {
        boolean symbol = (c >= 0x2300 && c <= 0x23FF) || (c >= 0x2600 && c <= 0x27BF) || (c >= 0x2B00 && c <= 0x2BFF);
        boolean circled = c >= 0x3248 && c <= 0x324F;
        if (symbol || circled || c >= 0x1F000) {
            return 2;
        }
        boolean invisible = Character.getType(c) == Character.NON_SPACING_MARK && c != EMOJI_STYLE && c != PAMUDPOD;
        return invisible ? 0 : Math.max(1, WCWidth.wcwidth(c));
    }

    /** Behind the last space, or where the width ends if a word is as long as that. */
    private static int cut(String head) {
        int space = head.lastIndexOf(' ');
        return space > head.length() / 2 ? space + 1 : head.length();
    }
}
