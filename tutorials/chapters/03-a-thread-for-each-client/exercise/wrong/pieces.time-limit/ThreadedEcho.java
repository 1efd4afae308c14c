import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;

/** An echo server that numbers each client's lines, for many clients at once. */
public final class ThreadedEcho implements AutoCloseable {
    private static final int BACKLOG = 50;
    private static final int SILENT_MILLIS = 30_000;

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
        for (int number = 1; ; number++) {
            Socket client;
            try {
                client = server.accept();
            } catch (SocketException e) {
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
        String me = Thread.currentThread().getName();
        try (client) {
            client.setSoTimeout(SILENT_MILLIS);
            BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), UTF_8));
            PrintWriter out = new PrintWriter(client.getOutputStream(), true, UTF_8);
            int number = 0;
            while (true) {
                String line;
                try {
                    line = in.readLine();
                } catch (SocketTimeoutException e) {
                    System.out.println(me + " has been silent for a while"); // nothing has come: wait again
                    continue;
                }
                if (line == null) {
                    break;
                }
                number++;
                out.println(number + ": " + line);
                if (out.checkError()) {
                    return; // the connection is broken
                }
            }
        } catch (IOException e) {
            System.out.println(me + ": " + e.getMessage());
        }
    }

    /** No more clients can come. Clients that are connected stay connected. */
    @Override
    public void close() throws IOException {
        server.close();
    }
}
