import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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

    /** One client and the thread that it has. It knows nothing of characters: a line is bytes up to a 10. */
    private final class Client extends Thread {
        private final Socket socket;
        private long lines;

        Client(Socket socket, int number) {
            super("client " + number);
            this.socket = socket;
        }

        @Override
        public void run() {
            try {
                serve(this);
            } catch (IOException e) {
                // broken: no client is left to tell it to
            }
        }

        byte[] number() {
            return (++lines + ": ").getBytes(US_ASCII);
        }
    }

    public void acceptAll() throws IOException {
        int number = 0;
        while (!server.isClosed()) {
            Socket socket;
            try {
                socket = server.accept();
            } catch (IOException e) {
                if (server.isClosed()) {
                    break;
                }
                throw e;
            }
            new Client(socket, ++number).start();
        }
    }

    private void serve(Client client) throws IOException {
        try (Socket socket = client.socket;
                InputStream in = new BufferedInputStream(socket.getInputStream());
                OutputStream out = socket.getOutputStream()) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int next = in.read(); next != -1; next = in.read()) {
                if (line.size() == 0) {
                    line.writeBytes(client.number());
                }
                line.write(next);
                if (next == '\n') {
                    line.writeTo(out);
                    line.reset();
                }
            }
        }
    }

    /** No more clients can come. Clients that are connected stay connected. */
    @Override
    public void close() throws IOException {
        server.close();
    }
}
