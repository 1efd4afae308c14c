import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** An echo server that numbers each client's lines, for many clients at once. */
public final class ThreadedEcho implements AutoCloseable {
    private static final int BACKLOG = 50;

    private final ServerSocket server = new ServerSocket();

    private final AtomicInteger threads = new AtomicInteger();

    /** Makes a thread whenever there is a client and no thread is free. */
    private final ExecutorService pool =
            Executors.newCachedThreadPool(task -> new Thread(task, "client " + threads.incrementAndGet()));

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
                pool.execute(() -> serve(client));
            }
        } catch (IOException e) {
            if (!server.isClosed()) {
                throw e;
            }
        } finally {
            pool.shutdown(); // lets the clients that are there be served to their end
        }
    }

    /** Sends each line back with its number, until the client has ended its output. */
    private void serve(Socket client) {
        try (client;
                BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), UTF_8));
                PrintWriter out = new PrintWriter(client.getOutputStream(), true, UTF_8)) {
            int number = 1;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                out.println(number++ + ": " + line);
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
