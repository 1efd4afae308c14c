import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

public final class WelcomeServer implements AutoCloseable {
    private static final int BACKLOG = 50;

    private final ServerSocket server = new ServerSocket();
    private final List<Socket> visitors = new CopyOnWriteArrayList<>();

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
        try {
            for (int number = 1; ; number++) {
                Socket visitor = server.accept();
                visitors.add(visitor);
                PrintWriter out = new PrintWriter(visitor.getOutputStream(), true, UTF_8);
                out.println("Welcome. You are visitor " + number + ".");
            }
        } catch (SocketException e) {
            if (!server.isClosed()) {
                throw e;
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket visitor : visitors) {
            visitor.close();
        }
    }
}
