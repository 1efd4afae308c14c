import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

public final class WelcomeServer implements AutoCloseable {
    private static final int BACKLOG = 50;

    private final ServerSocket server = new ServerSocket();
    private volatile boolean closed;

    public WelcomeServer(int port) throws IOException {
        try {
            server.bind(new InetSocketAddress("127.0.0.1", port), BACKLOG);
        } catch (BindException e) {
            server.close();
            throw new IOException("Port " + port + " is taken.", e);
        }
    }

    public int port() {
        return server.getLocalPort();
    }

    public void greet() throws IOException {
        int number = 1;
        while (!closed) {
            try (Socket visitor = server.accept()) {
                if (!closed) {
                    PrintWriter out = new PrintWriter(visitor.getOutputStream(), true, UTF_8);
                    out.println("Welcome. You are visitor " + number + ".");
                    number++;
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        closed = true;
        new Socket("127.0.0.1", port()).close(); // so that accept() comes back
    }
}
