import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.EventQueue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.SocketTimeoutException;
import javax.swing.DefaultListModel;
import javax.swing.JTextArea;

/** Shows what comes from a socket, lines and people, and never keeps the event thread waiting. */
public final class Reader {
    private static final int LOOK_MILLIS = 2000;

    private final Socket socket;
    private final JTextArea transcript;
    private final DefaultListModel<String> people;
    private volatile boolean closed;

    /** Takes a socket that is connected. This and both methods are called on the event thread, as from a window. */
    public Reader(Socket socket, JTextArea transcript, DefaultListModel<String> people) {
        this.socket = socket;
        this.transcript = transcript;
        this.people = people;
    }

    /** Begins to read what the server sends, and returns at once. */
    public void start() {
        Thread thread = new Thread(this::read);
        thread.setDaemon(true);
        thread.start();
    }

    /** Ends the connection. From now on nothing changes any more. */
    public void close() {
        closed = true;
        try {
            socket.close();
        } catch (IOException e) {
            // it is of no use any more
        }
    }

    private void read() {
        try {
            socket.setSoTimeout(LOOK_MILLIS); // so that the thread looks at closed now and then
            BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
            while (!closed) {
                try {
                    String line = in.readLine();
                    if (line == null) {
                        append("* The server has closed the connection.");
                        return;
                    }
                    EventQueue.invokeLater(() -> show(line));
                } catch (SocketTimeoutException e) {
                    // the server is silent; the connection is still fine
                }
            }
        } catch (IOException e) {
            append("* The connection is lost: " + e.getMessage());
        }
    }

    private void append(String line) {
        EventQueue.invokeLater(() -> {
            if (!closed) {
                transcript.append(line + "\n");
            }
        });
    }

    private void show(String line) {
        if (closed) {
            return;
        }
        if (line.startsWith("+ ")) {
            people.addElement(line.substring(2));
        } else if (line.startsWith("- ")) {
            people.removeElement(line.substring(2));
        } else {
            transcript.append(line + "\n");
        }
    }
}
