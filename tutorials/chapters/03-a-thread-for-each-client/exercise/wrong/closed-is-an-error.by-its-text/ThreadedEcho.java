import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;

/** An echo server that numbers each client's lines, for many clients at once. */
public final class ThreadedEcho implements AutoCloseable {
    private static final int BACKLOG = 50;

    private final ServerSocket server = new ServerSocket();

    private int clients = 0;

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
        try {
            while (true) {
                Socket client = server.accept();
                clients++;
                Thread thread = new Thread(() -> serve(client));
                thread.setName("client " + clients);
                thread.start();
            }
        } catch (SocketException e) {
            if (!"Socket closed".equals(e.getMessage())) {
                throw e; // it is not close() that has ended the wait
            }
        }
    }

    /** Sends each line back with its number, until the client has ended its output. */
    private void serve(Socket client) {
        try (client) {
            BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), UTF_8));
            PrintWriter out = new PrintWriter(client.getOutputStream(), true, UTF_8);
            String line = in.readLine();
            for (int i = 1; line != null; i++) {
                out.println(i + ": " + line);
                line = in.readLine();
            }
        } catch (IOException e) {
            System.out.println(Thread.currentThread().getName() + " is gone");
        }
    }

    /** No more clients can come. Clients that are connected stay connected. */
    @Override
    public void close() throws IOException {
        server.close();
    }
}
