import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** An echo server that numbers each client's lines, for many clients at once. */
public final class ThreadedEcho implements AutoCloseable {
    private static final int BACKLOG = 50;

    private final ServerSocket server = new ServerSocket();

    /** Listens on a free port of 127.0.0.1. */
    public ThreadedEcho() throws IOException {
        server.bind(new InetSocketAddress("127.0.0.1", 0), BACKLOG);
    }

    /** The port that it listens on. */
    public int port() {
        return server.getLocalPort();
    }

    /** Gives each client a thread with a name. Returns when the server was closed. */
    public void acceptAll() throws IOException {
        // to be written
    }

    /** Sends each line back with its number, until the client has ended its output. */
    private void serve(Socket client) {
        // to be written
    }

    /** No more clients can come. Clients that are connected stay connected. */
    @Override
    public void close() throws IOException {
        server.close();
    }
}
