import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
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

    private class Worker extends SwingWorker<Void, Integer> {
        private final BlockingQueue<Character> arrived = new LinkedBlockingQueue<>();

        @Override
        protected Void doInBackground() throws IOException {
            InputStreamReader in = new InputStreamReader(socket.getInputStream(), UTF_8);
            char[] piece = new char[1000];
            for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
                for (int i = 0; i < count; i++) {
                    arrived.add(piece[i]);
                }
                publish(count);
            }
            return null;
        }

        @Override
        protected void process(List<Integer> counts) {
            while (!arrived.isEmpty()) {
                show(line());
            }
        }

        private String line() {
            StringBuilder line = new StringBuilder();
            try {
                for (char c = arrived.take(); c != '\n'; c = arrived.take()) {
                    line.append(c);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return line.toString();
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
