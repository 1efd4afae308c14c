import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
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
        try {
            for (int number = 1; ; number++) {
                greet(server.accept(), number);
            }
        } catch (IOException e) {
            if (!closed) {
                throw e;
            }
        }
    }

    private static void greet(Socket visitor, int number) throws IOException {
        try (visitor;
                Writer out = new OutputStreamWriter(visitor.getOutputStream(), UTF_8)) {
            out.write("Welcome. You are visitor " + number + ".\r\n");
        }
    }

    @Override
    public void close() throws IOException {
        closed = true; // before the socket: greet() looks at it as soon as accept() fails
        server.close();
    }
}
