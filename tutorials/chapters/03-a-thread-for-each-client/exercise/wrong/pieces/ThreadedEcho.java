import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;

public final class ThreadedEcho implements AutoCloseable {
    private static final int BACKLOG = 50;

    private final ServerSocket server = new ServerSocket();

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
                new Thread(() -> serve(client), "client " + number).start();
            }
        } catch (SocketException e) {
            if (!server.isClosed()) {
                throw e;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            InputStream in = client.getInputStream();
            PrintWriter out = new PrintWriter(client.getOutputStream(), true, UTF_8);
            byte[] buffer = new byte[8192];
            int number = 1;
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                String text = new String(buffer, 0, count, UTF_8);
                for (String line : text.substring(0, text.length() - 1).split("\n", -1)) {
                    out.println(number + ": " + line);
                    number++;
                }
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
