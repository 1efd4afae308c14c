import java.io.IOException;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A server on this machine that greets one visitor after the other, until it is closed. */
public final class WelcomeServer implements AutoCloseable {
    private static final int BACKLOG = 50;
    private static final int PATIENCE_MILLIS = 1000;

    private final ServerSocket server;
    private final int port;
    private volatile boolean closed;

    public WelcomeServer(int port) throws IOException {
        InetAddress here = InetAddress.getByName("127.0.0.1");
        try {
            server = new ServerSocket(port, BACKLOG, here);
        } catch (BindException e) {
            throw new IOException("Port " + port + " is taken.");
        }
        this.port = server.getLocalPort();
    }

    /** The port that it really listens on. */
    public int port() {
        return port;
    }

    /** Accepts one visitor after the other, greets each, and hangs up. Returns when the server was closed. */
    public void greet() throws IOException {
        int number = 1;
        while (!closed) {
            try (Socket visitor = server.accept()) {
                if (closed) {
                    return; // this is not a visitor, it is close() that wakes us up
                }
                OutputStream out = visitor.getOutputStream();
                out.write(("Welcome. You are visitor " + number + ".\n").getBytes(StandardCharsets.UTF_8));
                out.flush();
                number++;
            } catch (IOException e) {
                if (!closed) {
                    throw e;
                }
            }
        }
    }

    /** Closes the server: no more visitors. Called by another thread while greet() waits. */
    @Override
    public void close() throws IOException {
        closed = true;
        wakeUp();
        server.close();
    }

    /** accept() does not listen to interrupt(), but it returns when a client comes. */
    private void wakeUp() {
        try (Socket visitor = new Socket()) {
            visitor.connect(new InetSocketAddress("127.0.0.1", port), PATIENCE_MILLIS);
        } catch (IOException e) {
            // the socket is closed: then no thread has to be woken up
        }
    }
}
