import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import javax.swing.DefaultListModel;
import javax.swing.JTextArea;
import javax.swing.Timer;

/** Shows what comes from a socket, lines and people, and never keeps the event thread waiting. */
public final class Reader {
    private static final int MILLIS = 50;

    private final Socket socket;
    private final JTextArea transcript;
    private final DefaultListModel<String> people;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private volatile String end; // the last words, when nothing more comes
    private boolean closed; // only the event thread uses it
    private final Timer timer = new Timer(MILLIS, event -> look());

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
        timer.start();
    }

    /** Ends the connection. From now on nothing changes any more. */
    public void close() {
        closed = true;
        timer.stop();
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
                lines.add(line);
            }
            end = "* The server has closed the connection.";
        } catch (IOException e) {
            end = "* The connection is lost: " + e.getMessage();
        }
    }

    /** On the event thread, again and again: first the lines, and behind them the end. */
    private void look() {
        List<String> batch = new ArrayList<>();
        lines.drainTo(batch);
        for (String line : batch) {
            if (!closed) {
                show(line);
            }
        }
        if (end != null && !closed) {
            transcript.append(end + "\n");
            end = null; // once
        }
    }

    private void show(String line) {
        if (line.startsWith("+ ")) {
            people.addElement(line.substring(2));
        } else if (line.startsWith("- ")) {
            people.removeElement(line.substring(2));
        } else {
            transcript.append(line + "\n");
        }
    }
}
