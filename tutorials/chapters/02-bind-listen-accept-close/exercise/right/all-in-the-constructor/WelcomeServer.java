import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

public final class WelcomeServer implements AutoCloseable {
    private static final int BACKLOG = 50;

    private final ServerSocket server;

    public WelcomeServer(int port) throws IOException {
        try {
            server = new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress());
        } catch (BindException e) {
            throw new IOException("Port " + port + " is taken.", e);
        }
    }

    public int port() {
        return server.getLocalPort();
    }

    public void greet() throws IOException {
        int number = 0;
        while (!server.isClosed()) {
            Socket visitor;
            try {
                visitor = server.accept();
            } catch (IOException e) {
                break;
            }
            number++;
            String line = "Welcome. You are visitor " + number + ".\n";
            visitor.getOutputStream().write(line.getBytes(UTF_8));
            visitor.close();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
