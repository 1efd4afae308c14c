package chatlab.tutorials;

import java.io.PrintWriter;
import java.util.List;

/** What the student sees. */
final class Output {
    /** All text is laid out for this width. */
    static final int WIDTH = 80;

    private final PrintWriter writer;
    private final boolean unicode;

    Output(PrintWriter writer, boolean unicode) {
        this.writer = writer;
        this.unicode = unicode;
    }

    /** A line as it is. */
    void line(String line) {
        writer.println(shown(line));
    }

    void lines(List<String> lines) {
        lines.forEach(this::line);
    }

    /** Words of the bundle, in lines that fit. */
    void say(String key, Object... arguments) {
        sentence(Learn.WORDS.get(key, arguments));
    }

    /** In lines that fit, too. */
    void sentence(String text) {
        lines(Folding.fold(shown(text), WIDTH, ""));
    }

    /** The lines in which Markdown is shown, that fit. */
    List<String> markdown(String text) {
        return MarkdownText.of(text, WIDTH, this::shown);
    }

    /** Without a line end: what is asked stands before the answer. */
    void ask(String key, Object... arguments) {
        writer.print(shown(Learn.WORDS.get(key, arguments)));
        writer.flush();
    }

    /** A part of something that comes bit by bit. */
    void raw(String part) {
        writer.print(shown(part));
        writer.flush();
    }

    private String shown(String text) {
        return unicode ? text : Ascii.of(text);
    }
}
