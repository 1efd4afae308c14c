import java.awt.EventQueue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import javax.swing.JTextArea;

/** Shows in a text area what comes from a socket, with a thread of its own and invokeLater. */
public final class Reader {
    private final Socket socket;
    private final JTextArea transcript;
    private volatile boolean closed;

    public Reader(Socket socket, JTextArea transcript) {
        this.socket = socket;
        this.transcript = transcript;
    }

    public void start() {
        Thread thread = new Thread(this::read, "reader");
        thread.setDaemon(true);
        thread.start();
    }

    private void read() {
        try {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            String line;
            while ((line = in.readLine()) != null) {
                show(line);
            }
            show("* The server has closed the connection.");
        } catch (IOException e) {
            show("* The connection is lost: " + e.getMessage());
        }
    }

    private void show(String line) {
        EventQueue.invokeLater(() -> {
            if (!closed) {
                transcript.append(line);
                transcript.append("\n");
            }
        });
    }

    public void close() {
        closed = true;
        try {
            socket.close();
        } catch (IOException e) {
            e.printStackTrace();
        }
    }
}
