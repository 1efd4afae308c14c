import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.EventQueue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.util.concurrent.Semaphore;
import javax.swing.DefaultListModel;
import javax.swing.JTextArea;

/** Shows what comes from a socket, lines and people, and never keeps the event thread waiting. */
public final class Reader {
    /** So many characters may wait for the event thread, so that a flood does not fill the memory: 1,000 lines and more. */
    private static final int ROOM = 128 * 1024;

    private final Socket socket;
    private final JTextArea transcript;
    private final DefaultListModel<String> people;
    private final Semaphore room = new Semaphore(ROOM);
    private final Thread thread = new Thread(this::read, "reader");
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
        thread.setDaemon(true);
        thread.start();
    }

    private void read() {
        try {
            BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String next = line;
                int size = Math.min(line.length() + 1, ROOM);
                room.acquire(size);
                EventQueue.invokeLater(() -> {
                    room.release(size);
                    obey(next);
                });
            }
            EventQueue.invokeLater(() -> say("* The server has closed the connection."));
        } catch (IOException e) {
            EventQueue.invokeLater(() -> say("* The connection is lost: " + e.getMessage()));
        } catch (InterruptedException e) {
            // close() has been called
        }
    }

    /** On the event thread. */
    private void obey(String line) {
        if (line.startsWith("+ ")) {
            if (!closed) {
                people.addElement(line.substring(2));
            }
        } else if (line.startsWith("- ")) {
            if (!closed) {
                people.removeElement(line.substring(2));
            }
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
        closed = true;
        thread.interrupt();
        try {
            socket.close();
        } catch (IOException e) {
            // it is of no use any more
        }
    }
}
