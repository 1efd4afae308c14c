import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;

public final class WelcomeServer implements AutoCloseable {
    private static final int BACKLOG = 50;

    private ServerSocket server;
    private final int port;
    private boolean closed;

    public WelcomeServer(int port) throws IOException {
        try (ServerSocket first = new ServerSocket()) {
            first.bind(new InetSocketAddress("127.0.0.1", port), BACKLOG);
            this.port = first.getLocalPort();
        } catch (BindException e) {
            throw new IOException("Port " + port + " is taken.", e);
        }
    }

    public int port() {
        return port;
    }

    public void greet() throws IOException {
        synchronized (this) {
            if (closed) {
                return;
            }
            server = new ServerSocket();
            server.bind(new InetSocketAddress("127.0.0.1", port), BACKLOG);
        }
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

    @Override
    public void close() throws IOException {
        synchronized (this) {
            closed = true;
            if (server != null) {
                server.close();
            }
        }
    }
}
