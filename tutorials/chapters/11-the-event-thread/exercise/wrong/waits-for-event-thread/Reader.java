import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.EventQueue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.InvocationTargetException;
import java.net.Socket;
import java.util.concurrent.ExecutionException;
import javax.swing.DefaultListModel;
import javax.swing.JTextArea;
import javax.swing.SwingWorker;

/** Shows what comes from a socket, lines and people, and never keeps the event thread waiting. */
public final class Reader {
    private final Socket socket;
    private final JTextArea transcript;
    private final DefaultListModel<String> people;

    /** For the event thread only, so that it needs no lock. */
    private boolean closed;

    /** Takes a socket that is connected. This and both methods are called on the event thread, as from a window. */
    public Reader(Socket socket, JTextArea transcript, DefaultListModel<String> people) {
        this.socket = socket;
        this.transcript = transcript;
        this.people = people;
    }

    /** Begins to read what the server sends, and returns at once. */
    public void start() {
        new Worker().execute();
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

    /** On the event thread. */
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

    private class Worker extends SwingWorker<Void, Void> {
        @Override
        protected Void doInBackground() throws IOException {
            BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String next = line;
                try {
                    EventQueue.invokeAndWait(() -> show(next));
                } catch (InterruptedException | InvocationTargetException e) {
                    throw new AssertionError(e);
                }
            }
            return null;
        }

        @Override
        protected void done() {
            try {
                get();
                show("* The server has closed the connection.");
            } catch (ExecutionException e) {
                show("* The connection is lost: " + e.getCause().getMessage());
            } catch (InterruptedException e) {
                throw new AssertionError("get() does not wait for what is done", e);
            }
        }
    }
}
