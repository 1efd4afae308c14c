import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** A chat that finds its lines itself, however the bytes were cut on their way. */
public class ChatServer {
    private static final int BACKLOG = 50;

    /** In bytes, without the line end. */
    private static final int LONGEST_LINE = 4096;

    /** A connected client: its name and where to write to it. */
    record Client(String name, Socket socket, OutputStream out) {
        void send(String line) throws IOException {
            out.write((line + "\n").getBytes(UTF_8));
        }
    }

    /** All connected clients. Guarded by itself. */
    private static final List<Client> clients = new ArrayList<>();

    public static void main(String[] args) throws IOException {
        try (ServerSocket server = new ServerSocket()) {
            server.bind(new InetSocketAddress(args[0], Integer.parseInt(args[1])), BACKLOG);
            System.out.println("Listening on " + server.getLocalSocketAddress());
            for (int number = 1; ; number++) {
                Socket socket = server.accept();
                new Thread(() -> serve(socket), "client " + number).start();
            }
        }
    }

    private static void serve(Socket socket) {
        String name = Thread.currentThread().getName();
        try (socket) {
            Client me = new Client(name, socket, socket.getOutputStream());
            join(me);
            try {
                talk(me);
            } finally {
                leave(me);
            }
        } catch (IOException e) {
            System.out.println(name + ": " + e.getMessage());
        }
    }

    // begin talk
    private static void talk(Client me) throws IOException {
        LineReader in = new LineReader(me.socket().getInputStream());
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            broadcast(me, me.name() + ": " + line);
        }
    }
    // end talk

    private static void join(Client me) {
        synchronized (clients) {
            clients.add(me);
        }
        broadcast(me, me.name() + " has joined");
    }

    private static void leave(Client me) {
        synchronized (clients) {
            clients.remove(me);
        }
        broadcast(me, me.name() + " has left");
    }

    private static void broadcast(Client from, String line) {
        synchronized (clients) {
            for (Client client : clients) {
                if (client != from) {
                    sendOrHangUp(client, line);
                }
            }
        }
    }

    /** Closes a client that cannot be written to. Its own thread notices, and says goodbye. */
    private static void sendOrHangUp(Client client, String line) {
        try {
            client.send(line);
        } catch (IOException e) {
            close(client.socket());
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // it is closed all the same
        }
    }

    /** Framing: where one line ends and the next one begins. A stream of bytes does not say it. */
    private static final class LineReader {
        private final InputStream in;
        private final byte[] buffer = new byte[LONGEST_LINE + 1];
        private int filled; // that many bytes of the buffer have come and were not taken yet

        LineReader(InputStream in) {
            this.in = in;
        }

        // begin readLine
        /** Waits for the next whole line. Returns null when the stream has ended. */
        String readLine() throws IOException {
            int lineEnd = findLineEnd();
            while (lineEnd < 0) {
                if (filled == buffer.length) {
                    throw new IOException("a line of more than " + LONGEST_LINE + " bytes");
                }
                int count = in.read(buffer, filled, buffer.length - filled);
                if (count < 0) {
                    return null;
                }
                filled += count;
                lineEnd = findLineEnd();
            }
            return takeLine(lineEnd);
        }
        // end readLine

        // begin findLineEnd
        private int findLineEnd() {
            for (int i = 0; i < filled; i++) {
                if (buffer[i] == '\n') {
                    return i;
                }
            }
            return -1;
        }
        // end findLineEnd

        // begin takeLine
        /** Takes one line out of the buffer, and moves what came after it to the front. */
        private String takeLine(int lineEnd) {
            boolean fromWindows = lineEnd > 0 && buffer[lineEnd - 1] == '\r';
            int length = fromWindows ? lineEnd - 1 : lineEnd;
            String line = new String(buffer, 0, length, UTF_8);
            filled -= lineEnd + 1;
            System.arraycopy(buffer, lineEnd + 1, buffer, 0, filled);
            return line;
        }
        // end takeLine
    }
}
