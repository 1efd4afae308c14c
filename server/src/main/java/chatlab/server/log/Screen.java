package chatlab.server.log;

import java.util.List;
import java.util.function.Function;

/** Where the server prints its lines and the instructor types: a terminal or a pipe. */
public interface Screen {
    /** Prints lines. Blocks for as long as the terminal or the program behind the pipe does not take them. */
    void print(List<String> lines);

    /**
     * Waits for the next line that is typed. Null when there is no keyboard, or no longer.
     *
     * @param completions gives the words that the last word of a line may become, for the line up to the cursor
     */
    String readLine(Function<String, List<String>> completions);

    /** Whether a person types here, and not a program. */
    default boolean isTerminal() {
        return false;
    }
}
