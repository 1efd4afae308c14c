import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.EventQueue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.swing.DefaultListModel;
import javax.swing.JTextArea;

/** Shows what comes from a socket, lines and people, and never keeps the event thread waiting. */
public final class Reader {
    /** After so long the event thread has a look at its other events. */
    private static final long SLICE_NANOS = 200_000_000;

    private final Socket socket;
    private final JTextArea transcript;
    private final DefaultListModel<String> people;
    private final Queue<String> inbox = new ConcurrentLinkedQueue<>();
    /** Whether an event that empties the inbox is on its way. */
    private final AtomicBoolean announced = new AtomicBoolean();
    /** Only for the event thread. */
    private boolean closed;

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
        try {
            BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                inbox.add(line);
                announce();
            }
            // behind the event that empties the inbox
            EventQueue.invokeLater(() -> end("* The server has closed the connection."));
        } catch (IOException e) {
            EventQueue.invokeLater(() -> end("* The connection is lost: " + e.getMessage()));
        }
    }

    private void announce() {
        if (announced.compareAndSet(false, true)) {
            EventQueue.invokeLater(this::emptyInbox);
        }
    }

    /** On the event thread. Does not keep it for long, however many lines there are. */
    private void emptyInbox() {
        announced.set(false);
        long start = System.nanoTime();
        while (!closed) {
            String line = inbox.poll();
            if (line == null) {
                return;
            }
            obey(line);
            if (System.nanoTime() - start > SLICE_NANOS) {
                announce(); // the rest a little later
                return;
            }
        }
    }

    private void obey(String line) {
        if (line.startsWith("+ ")) {
            people.addElement(line.substring(2));
        } else if (line.startsWith("- ")) {
            people.removeElement(line.substring(2));
        } else {
            transcript.append(line + "\n");
        }
    }

    /** On the event thread. */
    private void end(String words) {
        if (!closed) {
            transcript.append(words + "\n");
        }
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
}
