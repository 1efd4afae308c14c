package chatlab.cli;

import chatlab.protocol.Chat1;
import chatlab.protocol.InputLines;
import chatlab.protocol.Rows;
import chatlab.protocol.SystemCharset;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Plain lines in and out, for pipes, files and {@code --plain}: no colours, no escape codes. */
final class PlainConsole implements UserConsole {
    private final InputLines in;
    private final PrintStream out;
    private final PrintStream err;
    private final boolean interactive;
    private final LackingCharacters lacking = new LackingCharacters(SystemCharset.get());

    PlainConsole(InputStream in, PrintStream out, PrintStream err, boolean interactive) {
        this.in = new InputLines(in, SystemCharset.get());
        this.out = out;
        this.err = err;
        this.interactive = interactive;
    }

    @Override
    public String readLine() {
        try {
            return in.next();
        } catch (IOException e) {
            return null;
        }
    }

    @Override
    public synchronized void show(List<ScreenEntry> entries) {
        for (ScreenEntry entry : lacking.explain(entries)) {
            PrintStream stream = entry.kind() == ScreenEntry.Kind.ERROR ? err : out;
            rows(entry).forEach(stream::println);
        }
        out.flush();
        if (out.checkError()) {
            throw new UncheckedIOException(new IOException("the output is closed"));
        }
    }

    /** For a person in rows that fit the terminal, or a text could look like a line of another person; else as one line. */
    private List<String> rows(ScreenEntry entry) {
        String line = entry.line();
        return interactive ? Rows.of(line, Chat1.PLAIN_ROW, entry.indent() + entry.repeatedMark()) : List.of(line);
    }

    @Override
    public void setPrompt(String prompt) {
        // such a screen belongs to the lines alone
    }

    @Override
    public boolean isInteractive() {
        return interactive;
    }

    @Override
    public boolean showsTyping() {
        return interactive;
    }

    @Override
    public void close() {
        out.flush();
    }
}
