import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;

public final class ThreadedEcho implements AutoCloseable {
    private static final int BACKLOG = 50;

    private final ServerSocket server = new ServerSocket();
    private BufferedReader in;
    private PrintWriter out;
    private int lines;

    public ThreadedEcho() throws IOException {
        server.bind(new InetSocketAddress("127.0.0.1", 0), BACKLOG);
    }

    public int port() {
        return server.getLocalPort();
    }

    public void acceptAll() throws IOException {
        try {
            for (int number = 1; ; number++) {
                Socket client = server.accept();
                lines = 0;
                out = new PrintWriter(client.getOutputStream(), true, UTF_8);
                in = new BufferedReader(new InputStreamReader(client.getInputStream(), UTF_8));
                new Thread(() -> serve(client), "client " + number).start();
            }
        } catch (SocketException e) {
            if (!server.isClosed()) {
                throw e;
            }
        }
    }

    private void serve(Socket client) {
        BufferedReader mine = in;
        try (client) {
            for (String line = mine.readLine(); line != null; line = mine.readLine()) {
                lines++;
                out.println(lines + ": " + line);
            }
        } catch (IOException e) {
            System.out.println(Thread.currentThread().getName() + ": " + e.getMessage());
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
