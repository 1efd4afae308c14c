import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;

/** A server on this machine that greets one visitor after the other, until it is closed. */
public final class WelcomeServer implements AutoCloseable {
    private static final int BACKLOG = 1; // greet() takes one visitor after the other

    private final ServerSocket server = new ServerSocket();

    /**
     * Binds to 127.0.0.1 and this port, and listens. Port 0 is any free port.
     *
     * @throws IOException if another program has the port, with the message "Port 8081 is taken."
     */
    public WelcomeServer(int port) throws IOException {
        try {
            server.bind(new InetSocketAddress("127.0.0.1", port), BACKLOG);
        } catch (BindException e) {
            server.close();
            throw new IOException("Port " + port + " is taken.", e);
        }
    }

    /** The port that it really listens on. */
    public int port() {
        return server.getLocalPort();
    }

    /** Accepts one visitor after the other, greets each, and hangs up. Returns when the server was closed. */
    public void greet() throws IOException {
        try {
            for (int number = 1; ; number++) {
                try (Socket visitor = server.accept()) {
                    PrintWriter out = new PrintWriter(visitor.getOutputStream(), true, UTF_8);
                    out.println("Welcome. You are visitor " + number + ".");
                }
            }
        } catch (SocketException e) {
            if (!server.isClosed()) {
                throw e;
            }
        }
    }

    /** Closes the server: no more visitors. Called by another thread while greet() waits. */
    @Override
    public void close() throws IOException {
        server.close();
    }
}
