import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;

/** A server on this machine that greets one visitor after the other, until it is closed. */
public final class WelcomeServer implements AutoCloseable {
    private final ServerSocket server;

    /** The thread that is in greet(): close() must end its wait. */
    private volatile Thread greeter;

    /**
     * Binds to 127.0.0.1 and this port, and listens. Port 0 is any free port.
     *
     * @throws IOException if another program has the port, with the message "Port 8081 is taken."
     */
    public WelcomeServer(int port) throws IOException {
        try {
            server = new ServerSocket(port, 100, InetAddress.getByName("127.0.0.1"));
        } catch (BindException e) {
            throw new IOException("Port " + port + " is taken.");
        }
    }

    /** The port that it really listens on. */
    public int port() {
        return server.getLocalPort();
    }

    /** Accepts one visitor after the other, greets each, and hangs up. Returns when the server was closed. */
    public void greet() throws IOException {
        if (server.isClosed()) {
            return;
        }
        greeter = Thread.currentThread();
        try {
            for (int number = 1; ; number++) {
                try (Socket visitor = server.accept()) {
                    OutputStream out = visitor.getOutputStream();
                    out.write(("Welcome. You are visitor " + number + ".\n").getBytes(US_ASCII));
                    out.flush();
                }
            }
        } catch (SocketException e) {
            if (!server.isClosed()) {
                throw e;
            }
        } finally {
            Thread.interrupted(); // the interrupt of close() was only for us: the caller must not see it
        }
    }

    /** Closes the server: no more visitors. Called by another thread while greet() waits. */
    @Override
    public void close() throws IOException {
        Thread waiting = greeter;
        if (waiting != null) {
            waiting.interrupt(); // stop whatever it is doing ...
        }
        server.close(); // ... and accept(), which takes no notice of interrupt()
    }
}
