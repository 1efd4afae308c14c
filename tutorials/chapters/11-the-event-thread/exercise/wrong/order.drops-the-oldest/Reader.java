import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.swing.DefaultListModel;
import javax.swing.JTextArea;
import javax.swing.SwingUtilities;

/** Shows what comes from a socket, lines and people, and never keeps the event thread waiting. */
public final class Reader {
    /** So many lines may wait for the event thread. */
    private static final int MOST_LINES = 1_000;

    private final Socket socket;
    private final JTextArea transcript;
    private final DefaultListModel<String> people;
    private final Deque<String> inbox = new ArrayDeque<>(); // guarded by its own lock
    private boolean closed; // only the event thread uses it

    /** Takes a socket that is connected. This and both methods are called on the event thread, as from a window. */
    public Reader(Socket socket, JTextArea transcript, DefaultListModel<String> people) {
        this.socket = socket;
        this.transcript = transcript;
        this.people = people;
    }

    /** Begins to read what the server sends, and returns at once. */
    public void start() {
        new Thread(this::read, "reader").start();
    }

    private void read() {
        String end;
        try {
            BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                add(line);
            }
            end = "* The server has closed the connection.";
        } catch (IOException e) {
            end = "* The connection is lost: " + e.getMessage();
        }
        String lastLine = end;
        SwingUtilities.invokeLater(() -> {
            emptyInbox();
            show(lastLine);
        });
    }

    /** On the reader's thread. Never waits for the event thread, and does not fill the memory: the oldest line makes way. */
    private void add(String line) {
        synchronized (inbox) {
            if (inbox.size() == MOST_LINES) {
                inbox.removeFirst();
            }
            inbox.addLast(line);
            if (inbox.size() == 1) {
                SwingUtilities.invokeLater(this::emptyInbox); // it finds the others there
            }
        }
    }

    private String poll() {
        synchronized (inbox) {
            return inbox.pollFirst();
        }
    }

    /** On the event thread. */
    private void emptyInbox() {
        for (String line = poll(); line != null; line = poll()) {
            if (line.startsWith("+ ") && !closed) {
                people.addElement(line.substring(2));
            } else if (line.startsWith("- ") && !closed) {
                people.removeElement(line.substring(2));
            } else {
                show(line);
            }
        }
    }

    /** On the event thread. */
    private void show(String line) {
        if (!closed) {
            transcript.append(line + "\n");
        }
    }

    /** Ends the connection. From now on nothing changes any more. */
    public void close() {
        closed = true;
        try {
            socket.close();
        } catch (IOException e) {
            // nobody wants to know
        }
    }
}
