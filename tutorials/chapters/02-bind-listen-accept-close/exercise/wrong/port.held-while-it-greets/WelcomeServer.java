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
    private final ServerSocket server;
    private int visitors;

    /**
     * Binds to 127.0.0.1 and this port, and listens. Port 0 is any free port.
     *
     * @throws IOException if another program has the port, with the message "Port 8081 is taken."
     */
    public WelcomeServer(int port) throws IOException {
        server = new ServerSocket();
        try {
            server.bind(new InetSocketAddress("127.0.0.1", port), 50);
        } catch (BindException e) {
            throw new IOException("Port " + port + " is taken.", e);
        }
    }

    /** The port that it really listens on. */
    public synchronized int port() {
        return server.getLocalPort();
    }

    /** Accepts one visitor after the other, greets each, and hangs up. Returns when the server was closed. */
    public synchronized void greet() throws IOException {
        while (!server.isClosed()) {
            try (Socket client = server.accept()) {
                visitors++;
                PrintWriter out = new PrintWriter(client.getOutputStream(), true, UTF_8);
                out.println("Welcome. You are visitor " + visitors + ".");
            } catch (SocketException e) {
                if (server.isClosed()) {
                    return;
                }
                throw e;
            }
        }
    }

    /** Closes the server: no more visitors. Not synchronized: greet() would never let it in. */
    @Override
    public void close() throws IOException {
        server.close();
    }
}
