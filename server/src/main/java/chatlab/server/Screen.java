package chatlab.server;

import java.util.List;

/** Where the server's own lines go and where the instructor types, be it a terminal or a pipe. */
interface Screen {
    /** Prints lines; may block for as long as whoever shows them does. */
    void print(List<String> lines);

    /** The next line that was typed, or null when there is no keyboard, or none any more. Blocks until then. */
    String readLine();
}
