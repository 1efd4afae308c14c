import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.StandardSocketOptions;

/** A server on this machine that greets one visitor after the other, until it is closed. */
public final class WelcomeServer implements AutoCloseable {
    private static final int BACKLOG = 50;

    private final ServerSocket server;

    public WelcomeServer(int port) throws IOException {
        server = new ServerSocket();
        // so that the port can be taken again at once after close()
        server.setReuseAddress(true);
        if (server.supportedOptions().contains(StandardSocketOptions.SO_REUSEPORT)) {
            server.setOption(StandardSocketOptions.SO_REUSEPORT, true);
        }
        try {
            server.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), BACKLOG);
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
                try (Socket visitor = server.accept();
                        Writer out = new BufferedWriter(new OutputStreamWriter(visitor.getOutputStream(), UTF_8))) {
                    out.write("Welcome. You are visitor " + number + ".\r\n");
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
