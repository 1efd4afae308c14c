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

/** An echo server that numbers each client's lines, for many clients at once. */
public final class ThreadedEcho implements AutoCloseable {
    private static final int BACKLOG = 50;

    private final ServerSocket server = new ServerSocket();

    /** A thread for each client that is here. It makes new ones when all are busy. */
    private final ExecutorService threads = Executors.newCachedThreadPool();

    /** The number of the last line. Each thread has its own. */
    private final ThreadLocal<Integer> lineNumber = ThreadLocal.withInitial(() -> 0);

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
            for (int number = 1; ; number++) {
                Socket client = server.accept();
                String name = "client " + number;
                threads.execute(() -> {
                    Thread.currentThread().setName(name);
                    serve(client);
                });
            }
        } catch (IOException e) {
            if (!server.isClosed()) {
                throw e;
            }
        } finally {
            threads.shutdown(); // the clients that are connected are served to their end
        }
    }

    /** Sends each line back with its number, until the client has ended its output. */
    private void serve(Socket client) {
        try (client) {
            BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), UTF_8));
            PrintWriter out = new PrintWriter(client.getOutputStream(), true, UTF_8);
            String line;
            while ((line = in.readLine()) != null) {
                lineNumber.set(lineNumber.get() + 1);
                out.println(lineNumber.get() + ": " + line);
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
