import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.EventQueue;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import javax.swing.DefaultListModel;
import javax.swing.JTextArea;
import javax.swing.text.BadLocationException;
import javax.swing.text.Document;

/** Shows what comes from a socket, lines and people, and never keeps the event thread waiting. */
public final class Reader {
    /** Something to be done on the event thread. */
    private interface News {
        void show(Reader reader);
    }

    private record Came(String name) implements News {
        @Override
        public void show(Reader reader) {
            reader.people.add(reader.people.getSize(), name);
        }
    }

    private record Went(String name) implements News {
        @Override
        public void show(Reader reader) {
            int index = reader.people.indexOf(name);
            if (index >= 0) {
                reader.people.remove(index);
            }
        }
    }

    private record Said(String text) implements News {
        @Override
        public void show(Reader reader) {
            Document document = reader.transcript.getDocument();
            try {
                document.insertString(document.getLength(), text + "\n", null);
            } catch (BadLocationException e) {
                throw new AssertionError(e);
            }
        }
    }

    private final Socket socket;
    private final JTextArea transcript;
    private final DefaultListModel<String> people;

    /** Takes a socket that is connected. This and both methods are called on the event thread, as from a window. */
    public Reader(Socket socket, JTextArea transcript, DefaultListModel<String> people) {
        this.socket = socket;
        this.transcript = transcript;
        this.people = people;
    }

    /** Begins to read what the server sends, and returns at once. */
    public void start() {
        Thread thread = new Thread(() -> tell(new Said(readAll())));
        thread.setDaemon(true);
        thread.start();
    }

    /** Ends the connection. From now on nothing changes any more. */
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // isClosed() is true all the same
        }
    }

    /** Reads until the end, and returns how it came. Only a line feed ends a line here. */
    private String readAll() {
        try {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int b = in.read(); b >= 0; b = in.read()) {
                if (b == '\n') {
                    tell(news(line.toString(UTF_8)));
                    line.reset();
                } else {
                    line.write(b);
                }
            }
            return "* The server has closed the connection.";
        } catch (IOException e) {
            return "* The connection is lost: " + e.getMessage();
        }
    }

    private static News news(String line) {
        if (line.length() < 2 || line.charAt(1) != ' ') {
            return new Said(line);
        }
        String rest = line.substring(2);
        return switch (line.charAt(0)) {
            case '+' -> new Came(rest);
            case '-' -> new Went(rest);
            default -> new Said(line);
        };
    }

    /** Only close() closes the socket, on the event thread. So isClosed() tells the event thread all that it needs. */
    private void tell(News news) {
        EventQueue.invokeLater(() -> {
            if (!socket.isClosed()) {
                news.show(this);
            }
        });
    }
}
