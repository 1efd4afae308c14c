import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

public final class ThreadedEcho implements AutoCloseable {
    private static final int BACKLOG = 50;

    private final ServerSocket server = new ServerSocket();
    private final List<Socket> clients = new CopyOnWriteArrayList<>();

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
                clients.add(client);
                new Thread(() -> serve(client), "client " + number).start();
            }
        } catch (SocketException e) {
            if (!server.isClosed()) {
                throw e;
            }
        }
    }

    private void serve(Socket client) {
        try {
            Reader characters = new InputStreamReader(client.getInputStream(), UTF_8);
            BufferedReader in = new BufferedReader(characters);
            PrintWriter out = new PrintWriter(client.getOutputStream(), true, UTF_8);
            int number = 1;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                out.println(number + ": " + line);
                number++;
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
