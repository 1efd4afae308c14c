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
    private final Socket socket;
    private final JTextArea transcript;
    private final DefaultListModel<String> people;
    private final BlockingQueue<String> incoming = new ArrayBlockingQueue<>(100);
    private final Thread reader = new Thread(this::read, "reader");
    private boolean closed; // only the event thread uses it

    /** Takes a socket that is connected. This and both methods are called on the event thread, as from a window. */
    public Reader(Socket socket, JTextArea transcript, DefaultListModel<String> people) {
        this.socket = socket;
        this.transcript = transcript;
        this.people = people;
    }

    /** Begins to read what the server sends, and returns at once. */
    public void start() {
        reader.setDaemon(true);
        reader.start();
    }

    /** Ends the connection. From now on nothing changes any more. */
    public void close() {
        closed = true;
        reader.interrupt();
        try {
            socket.close();
        } catch (IOException e) {
            // it is of no use any more
        }
    }

    /** On the reader's thread. */
    private void read() {
        try {
            BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                incoming.put(line);
                EventQueue.invokeLater(this::showNext);
            }
            end("* The server has closed the connection.");
        } catch (IOException e) {
            end("* The connection is lost: " + e.getMessage());
        } catch (InterruptedException e) {
            // close() wants this thread to end
        }
    }

    private void end(String line) {
        EventQueue.invokeLater(() -> {
            if (!closed) {
                transcript.append(line + "\n");
            }
        });
    }

    /** On the event thread, once for each line. */
    private void showNext() {
        String line = incoming.poll();
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
