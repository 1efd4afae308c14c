import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** A server on this machine that greets one visitor after the other, until it is closed. */
public final class WelcomeServer implements AutoCloseable {
    private final ServerSocket server = new ServerSocket();
    private final List<Socket> visitors = new ArrayList<>();

    public WelcomeServer(int port) throws IOException {
        try {
            server.bind(new InetSocketAddress("127.0.0.1", port));
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
        while (true) {
            Socket client;
            try {
                client = server.accept();
            } catch (IOException e) {
                if (server.isClosed()) {
                    return;
                }
                throw e;
            }
            welcome(client);
        }
    }

    private void welcome(Socket client) throws IOException {
        visitors.add(client);
        PrintWriter out = new PrintWriter(client.getOutputStream(), true, UTF_8);
        out.println("Welcome. You are visitor " + visitors.size() + ".");
        client.shutdownOutput(); // that was all: the visitor reads the end
    }

    /** Closes the server: no more visitors. Called by another thread while greet() waits. */
    @Override
    public void close() throws IOException {
        server.close();
    }
}
