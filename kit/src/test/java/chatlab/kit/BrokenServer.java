package chatlab.kit;

import chatlab.protocol.BadLineException;
import chatlab.protocol.Chat1;
import chatlab.protocol.LineReader;
import chatlab.server.ChatServer;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server with one fault: the kit's server, behind a proxy that spoils its lines. */
final class BrokenServer implements Closeable {
    /** What it does wrong. */
    enum Fault {
        NONE,
        SENDS_NO_GREETING,
        SAYS_NOTHING,
        CLOSES_AT_ONCE,
        FLOODS,
        SENDS_A_LINE_WITHOUT_END,
        SENDS_A_LONG_LINE,
        ENDS_LINES_WITH_CR_CR_LF,
        WRITES_LATIN_1,
        SAYS_HELLO_LATE,
        FORGETS_JOIN_OF_A_PERSON_THAT_COMES_BACK,
        ANSWERS_WITHOUT_TAG,
        SENDS_MSG_WITHOUT_ID,
        GIVES_ID_AGAIN,
        SENDS_OTHER_CODE,
        STRIPS_TEXT,
        ECHOES_TO_THE_PLAIN_SENDER,
        SENDS_EVENTS_TO_PLAIN_CLIENTS,
        ANSWERS_TWICE,
        TAKES_A_PACKET_FOR_A_LINE,
        DECODES_HALVES_OF_LETTERS,
        KEEPS_CR,
        KNOWS_SMALL_LETTERS_ONLY
    }

    private final ChatServer server;
    private final Fault fault;
    private final ServerSocket listener;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private volatile boolean hasBobLeft;

    BrokenServer(Fault fault) throws Exception {
        this.fault = fault;
        this.server = SpecificationTest.startForSessions();
        this.listener = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        begin(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void begin(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException e) {
                        // the connection or the server is closed
                    }
                },
                "broken server");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() throws IOException {
        while (true) { // until the listener is closed
            Socket client = listener.accept();
            sockets.add(client);
            if (fault == Fault.CLOSES_AT_ONCE) {
                client.close();
                continue;
            }
            Socket inner = new Socket("127.0.0.1", server.port());
            sockets.add(inner);
            Down down = new Down(inner, client);
            begin(() -> copyUp(client.getInputStream(), inner.getOutputStream(), down));
            begin(down::copy);
        }
    }

    /** From the client to the server. */
    private void copyUp(InputStream in, OutputStream out, Down down) throws IOException {
        byte[] packet = new byte[8192];
        for (int count = in.read(packet); count >= 0; count = in.read(packet)) {
            String bytes = new String(packet, 0, count, StandardCharsets.ISO_8859_1);
            out.write(spoilt(bytes).getBytes(StandardCharsets.ISO_8859_1));
            if (fault == Fault.ECHOES_TO_THE_PLAIN_SENDER && !bytes.startsWith("/")) {
                down.write("<me> " + bytes);
            }
        }
        out.close();
    }

    private String spoilt(String packet) {
        return switch (fault) {
            case TAKES_A_PACKET_FOR_A_LINE -> packet.replaceFirst("\n(.|\n)+", "\n");
            case DECODES_HALVES_OF_LETTERS -> packet.replaceAll("[\u0080-\u00ff]", "?");
            case KEEPS_CR -> packet.replaceFirst("\r\n", "+\n");
            case KNOWS_SMALL_LETTERS_ONLY -> packet.replaceFirst("^/[a-z]*[A-Z]", "/x");
            default -> packet;
        };
    }

    /** From the server to one client. */
    private final class Down {
        private final Socket inner;
        private final Socket client;
        private String held = "";
        private int lines;

        Down(Socket inner, Socket client) {
            this.inner = inner;
            this.client = client;
        }

        void copy() throws IOException {
            LineReader reader = new LineReader(inner.getInputStream(), Chat1.SERVER_LINE);
            try {
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    pass(line);
                }
            } catch (BadLineException e) {
                throw new AssertionError(e);
            }
            client.close();
        }

        private void pass(String line) throws IOException {
            lines++;
            switch (fault) {
                case SAYS_NOTHING -> {}
                case SENDS_NO_GREETING -> write(lines == 1 ? "" : line + "\n");
                case FLOODS -> repeat("* Buy a hat.\n");
                case SENDS_A_LINE_WITHOUT_END -> repeat("* Buy a hat. ");
                case SENDS_A_LONG_LINE -> write(line + " ".repeat(Chat1.SERVER_LINE) + "\n");
                case ENDS_LINES_WITH_CR_CR_LF -> write(line + "\r\r\n");
                case WRITES_LATIN_1 -> write(line + "\n", StandardCharsets.ISO_8859_1);
                case SAYS_HELLO_LATE -> holdHello(line);
                case FORGETS_JOIN_OF_A_PERSON_THAT_COMES_BACK -> write(isReturn(line) ? "" : line + "\n");
                case ANSWERS_WITHOUT_TAG -> write(line.replaceFirst(" re=\\w+", "") + "\n");
                case SENDS_MSG_WITHOUT_ID -> write(line.replaceFirst(" id=\\d+", "") + "\n");
                case GIVES_ID_AGAIN -> write(line.replaceFirst(" id=2", " id=1") + "\n");
                case SENDS_OTHER_CODE -> write(line.replaceFirst("name-taken", "bad-name") + "\n");
                case STRIPS_TEXT -> write(line.replaceFirst("^(MSG .*?:) +", "$1") + "\n");
                case SENDS_EVENTS_TO_PLAIN_CLIENTS ->
                    write(line.replaceFirst("^\\* (\\w+) joined\\.", "JOIN room=lobby name=$1") + "\n");
                case ANSWERS_TWICE -> write(line.startsWith("PONG") ? line + "\n" + line + "\n" : line + "\n");
                default -> write(line + "\n");
            }
        }

        private void repeat(String bytes) throws IOException {
            while (true) { // until the client closes
                write(bytes.repeat(1_000));
            }
        }

        private boolean isReturn(String line) {
            hasBobLeft |= line.startsWith("LEAVE room=lobby name=bob");
            return hasBobLeft && line.startsWith("JOIN room=lobby name=bob");
        }

        private void holdHello(String line) throws IOException {
            if (line.startsWith("HELLO")) {
                held = line + "\n";
            } else {
                write(line + "\n" + held);
                held = "";
            }
        }

        void write(String bytes) throws IOException {
            write(bytes, StandardCharsets.UTF_8);
        }

        private synchronized void write(String bytes, Charset charset) throws IOException {
            client.getOutputStream().write(bytes.getBytes(charset));
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
