import java.io.IOException;

/** The way into a server on this machine: greets one visitor after the other, until it is closed. */
public final class Door implements AutoCloseable {
    /**
     * Binds to 127.0.0.1 and this port, and listens. Port 0 is any free port.
     *
     * @throws IOException if another program has the port, with the message "Port 8081 is taken."
     */
    public Door(int port) throws IOException {
        // to be written
    }

    /** The port that it really listens on. */
    public int port() {
        return -1; // to be written
    }

    /** Accepts one visitor after the other, greets each, and hangs up. Returns when the door was closed. */
    public void greet() throws IOException {
        // to be written
    }

    /** Closes the door: no more visitors. Called by another thread while greet() waits. */
    @Override
    public void close() throws IOException {
        // to be written
    }
}
