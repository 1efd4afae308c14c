import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.ExecutionException;
import javax.swing.DefaultListModel;
import javax.swing.JTextArea;
import javax.swing.SwingWorker;

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

    private void show(String line) {
        if (line.startsWith("+ ")) {
            people.addElement(line.substring(2));
        } else if (line.startsWith("- ")) {
            people.removeElement(line.substring(2));
        } else {
            transcript.append(line + "\n");
        }
    }

    private class Worker extends SwingWorker<Void, String> {
        @Override
        protected Void doInBackground() throws IOException {
            BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                publish(line);
            }
            return null;
        }

        @Override
        protected void process(List<String> lines) {
            if (closed) {
                return; // these have waited for too long
            }
            for (String line : lines) {
                show(line);
            }
        }

        @Override
        protected void done() {
            if (closed) {
                return;
            }
            try {
                get();
                transcript.append("* The server has closed the connection.\n");
            } catch (ExecutionException e) {
                transcript.append("* The connection is lost: " + e.getCause().getMessage() + "\n");
            } catch (InterruptedException e) {
                throw new AssertionError("get() does not wait for what is done", e);
            }
        }
    }
}
