package chatlab.cli;

import java.io.IOException;

/** What a server's lines mean, on one connection. It begins as {@link FirstLine} and goes on in one of two manners. */
interface Talk {
    /** A line has come. Returns who hears the next one. */
    Talk received(String line) throws IOException;

    /** Nothing has come for as long as was agreed with {@link Connection#setPatience}. */
    void silence() throws IOException;
}
