package chatlab.cli;

import java.io.IOException;

/** What a server's lines mean, on one connection. A connection begins with a {@link GreetingTalk}. */
interface Talk {
    /** A line has come. Returns the talk that gets the next line. */
    Talk received(String line) throws IOException;

    /** The server has been silent for longer than {@link chatlab.client.Patience} allows. */
    void silent() throws IOException;
}
