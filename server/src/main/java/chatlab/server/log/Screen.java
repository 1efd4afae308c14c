package chatlab.server.log;

import java.util.List;
import java.util.function.Function;

/** Where the server's own lines go and where the instructor types, be it a terminal or a pipe. */
public interface Screen {
    /** Prints lines; may block for as long as whoever shows them does. */
    void print(List<String> lines);

    /**
     * The next line that was typed, or null when there is no keyboard, or none any more. Blocks until then.
     *
     * @param completions what the last word of a line may become, given the line up to the cursor
     */
    String readLine(Function<String, List<String>> completions);

    /** Whether a person types here: a program means what it writes. */
    default boolean isTerminal() {
        return false;
    }
}
