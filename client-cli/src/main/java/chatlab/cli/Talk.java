package chatlab.cli;

import java.io.IOException;

/** What a server's lines mean, on one connection. It begins as {@link GreetingTalk} and goes on in one of two manners. */
interface Talk {
    /** A line has come. Returns who hears the next one. */
    Talk received(String line) throws IOException;

    /** The server has been silent for longer than {@link chatlab.client.Patience} allows. */
    void silent() throws IOException;
}
