import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.EventQueue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import javax.swing.DefaultListModel;
import javax.swing.JTextArea;

/** Shows what comes from a socket, lines and people, and never keeps the event thread waiting. */
public final class Reader {
    /** So many lines may wait for the event thread; then the server has to wait. */
    private static final int ROOM = 10_000;

    private final Socket socket;
    private final JTextArea transcript;
    private final DefaultListModel<String> people;
    private final BlockingQueue<String> waiting = new ArrayBlockingQueue<>(ROOM);
    private volatile boolean closed;

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

    private void read() {
        String last;
        try {
            BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                handOver(line);
            }
            last = "* The server has closed the connection.";
        } catch (IOException e) {
            last = "* The connection is lost: " + e.getMessage();
        } catch (InterruptedException e) {
            return;
        }
        String words = last;
        EventQueue.invokeLater(() -> say(words));
    }

    /** Puts a line behind the others, but none any more when the connection is closed. */
    private synchronized void handOver(String line) throws InterruptedException {
        if (!closed) {
            waiting.put(line);
            EventQueue.invokeLater(this::next);
        }
    }

    /** On the event thread, once for each line. */
    private void next() {
        String line = waiting.poll();
        if (closed || line == null) {
            return;
        }
        if (line.startsWith("+ ")) {
            people.addElement(line.substring(2));
        } else if (line.startsWith("- ")) {
            people.removeElement(line.substring(2));
        } else {
            say(line);
        }
    }

    private void say(String line) {
        if (!closed) {
            transcript.append(line + "\n");
        }
    }

    /** Ends the connection. From now on nothing changes any more. */
    public void close() {
        synchronized (this) {
            closed = true;
            waiting.clear();
        }
        try {
            socket.close();
        } catch (IOException e) {
            // it is of no use any more
        }
    }
}
