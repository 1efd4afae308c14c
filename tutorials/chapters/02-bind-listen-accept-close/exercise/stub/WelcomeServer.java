import java.io.IOException;

/** A server on this machine that greets one visitor after the other, until it is closed. */
public final class WelcomeServer implements AutoCloseable {
    /**
     * Binds to 127.0.0.1 and this port, and listens. Port 0 is any free port.
     *
     * @throws IOException if another program has the port, with the message "Port 8081 is taken."
     */
    public WelcomeServer(int port) throws IOException {
        // to be written
    }

    /** The port that it really listens on. */
    public int port() {
        return -1; // to be written
    }

    /** Accepts one visitor after the other, greets each, and hangs up. Returns when the server was closed. */
    public void greet() throws IOException {
        // to be written
    }

    /** Closes the server: no more visitors. Called by another thread while greet() waits. */
    @Override
    public void close() throws IOException {
        // to be written
    }
}
