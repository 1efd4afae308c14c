import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.EventQueue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import javax.swing.DefaultListModel;
import javax.swing.JTextArea;

/** Shows what comes from a socket, lines and people, and never keeps the event thread waiting. */
public final class Reader {
    private final Socket socket;
    private final JTextArea transcript;
    private final DefaultListModel<String> people;
    private final List<String> inbox = new ArrayList<>(); // guarded by itself
    private boolean isOnItsWay; // an event that will empty the inbox; guarded by inbox
    private boolean closed; // only the event thread uses it

    /** Takes a socket that is connected. This and both methods are called on the event thread, as from a window. */
    public Reader(Socket socket, JTextArea transcript, DefaultListModel<String> people) {
        this.socket = socket;
        this.transcript = transcript;
        this.people = people;
    }

    /** Begins to read what the server sends, and returns at once. */
    public void start() {
        Thread thread = new Thread(this::read, "reader");
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
            BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                handOver(line);
            }
            end("* The server has closed the connection.");
        } catch (IOException e) {
            end("* The connection is lost: " + e.getMessage());
        }
    }

    private void end(String words) {
        EventQueue.invokeLater(() -> {
            emptyInbox(); // first what was read before
            if (!closed) {
                append(words);
            }
        });
    }

    /** One event for many lines: the queue of the event thread does not fill up. */
    private void handOver(String line) {
        synchronized (inbox) {
            inbox.add(line);
            if (!isOnItsWay) {
                isOnItsWay = true;
                EventQueue.invokeLater(this::emptyInbox);
            }
        }
    }

    private void emptyInbox() {
        List<String> lines;
        synchronized (inbox) {
            lines = new ArrayList<>(inbox);
            inbox.clear();
        }
        for (String line : lines) { // without the lock: the reader goes on
            if (!closed) {
                show(line);
            }
        }
        synchronized (inbox) {
            isOnItsWay = false;
        }
    }

    private void show(String line) {
        if (line.startsWith("+ ")) {
            people.addElement(line.substring(2));
        } else if (line.startsWith("- ")) {
            people.removeElement(line.substring(2));
        } else {
            append(line);
        }
    }

    private void append(String line) {
        transcript.append(line + "\n");
    }
}
