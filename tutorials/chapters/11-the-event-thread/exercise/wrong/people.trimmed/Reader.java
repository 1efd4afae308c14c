import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.EventQueue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import javax.swing.DefaultListModel;
import javax.swing.JTextArea;

/** Shows what comes from a socket, lines and people, and never keeps the event thread waiting. */
public final class Reader {
    private final Socket socket;
    private final JTextArea transcript;
    private final DefaultListModel<String> people;
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
                String next = line;
                onEventThread(() -> show(next));
            }
            onEventThread(() -> transcript.append("* The server has closed the connection.\n"));
        } catch (IOException e) {
            onEventThread(() -> transcript.append("* The connection is lost: " + e.getMessage() + "\n"));
        }
    }

    private void onEventThread(Runnable change) {
        EventQueue.invokeLater(() -> {
            if (!closed) {
                change.run();
            }
        });
    }

    private void show(String line) {
        if (line.startsWith("+ ")) {
            people.addElement(line.substring(1).trim());
        } else if (line.startsWith("- ")) {
            people.removeElement(line.substring(1).trim());
        } else {
            transcript.append(line + "\n");
        }
    }
}
