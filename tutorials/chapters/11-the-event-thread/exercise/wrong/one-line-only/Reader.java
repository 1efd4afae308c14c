import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import javax.swing.JTextArea;
import javax.swing.SwingWorker;

/** Shows in a text area what comes from a socket, and never keeps the event thread waiting. */
public final class Reader {
    private final Socket socket;
    private final JTextArea transcript;

    /** For the event thread only, so that it needs no lock. */
    private boolean closed;

    private final Worker worker = new Worker();
    private BufferedReader in;

    /** Takes a socket that is connected. All three methods are called on the event thread, as from a window. */
    public Reader(Socket socket, JTextArea transcript) {
        this.socket = socket;
        this.transcript = transcript;
    }

    /** Begins to read the lines that the server sends, and returns at once. */
    public void start() {
        worker.execute();
    }

    /** Ends the connection. From now on nothing is appended any more. */
    public void close() {
        closed = true;
        try {
            socket.close();
        } catch (IOException e) {
            // it is of no use any more
        }
    }

    private void show(String line) {
        if (!closed) {
            transcript.append(line + "\n");
        }
    }

    private class Worker extends SwingWorker<String, Void> {
        @Override
        protected String doInBackground() throws IOException {
            if (in == null) {
                in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            }
            return in.readLine();
        }

        @Override
        protected void done() {
            try {
                String line = get();
                if (line == null) {
                    show("* The server has closed the connection.");
                } else {
                    show(line);
                    worker.execute(); // for the next line
                }
            } catch (ExecutionException e) {
                show("* The connection is lost: " + e.getCause().getMessage());
            } catch (InterruptedException e) {
                throw new AssertionError("get() does not wait for what is done", e);
            }
        }
    }
}
