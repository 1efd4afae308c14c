import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** An echo server that numbers each client's lines, for many clients at once. */
public final class ThreadedEcho implements AutoCloseable {
    private static final int BACKLOG = 50;

    private final ServerSocket server = new ServerSocket();

    /** The answer that is put together. One builder for all lines, so that no line needs a new builder. */
    private final StringBuilder answer = new StringBuilder();

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
        for (int number = 1; ; number++) {
            Socket client;
            try {
                client = server.accept();
            } catch (IOException e) {
                if (server.isClosed()) {
                    return;
                }
                throw e;
            }
            new Thread(() -> serve(client), "client " + number).start();
        }
    }

    /** Sends each line back with its number, until the client has ended its output. */
    private void serve(Socket client) {
        try (client) {
            BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), UTF_8));
            OutputStream out = client.getOutputStream();
            int number = 0;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                number++;
                answer.setLength(0);
                answer.append(number).append(": ").append(line).append('\n');
                out.write(answer.toString().getBytes(UTF_8));
            }
        } catch (IOException e) {
            System.out.println(Thread.currentThread().getName() + ": " + e.getMessage());
        }
    }

    /** No more clients can come. Clients that are connected stay connected. */
    @Override
    public void close() throws IOException {
        server.close();
    }
}
