import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
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
                new Conversation(client, "client " + number).start();
            }
        } catch (SocketException e) {
            if (!server.isClosed()) {
                throw e;
            }
        }
    }

    private static final class Conversation extends Thread {
        private final Socket client;
        private int lines;

        Conversation(Socket client, String name) {
            super(name);
            this.client = client;
        }

        @Override
        public void run() {
            try {
                talk();
                client.close();
            } catch (IOException e) {
                System.out.println(getName() + " has gone: " + e.getMessage());
            }
        }

        private void talk() throws IOException {
            BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), UTF_8));
            PrintStream out = new PrintStream(client.getOutputStream(), true, UTF_8);
            String line;
            while ((line = in.readLine()) != null) {
                lines++;
                out.printf("%d: %s%n", lines, line);
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
