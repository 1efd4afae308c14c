import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import javax.swing.JTextArea;
import javax.swing.Timer;

/** Shows in a text area what comes from a socket. A timer looks for it ten times a second. */
public final class Reader {
    private final Socket socket;
    private final JTextArea transcript;
    private final Timer timer = new Timer(100, event -> look());
    private BufferedReader in;

    public Reader(Socket socket, JTextArea transcript) {
        this.socket = socket;
        this.transcript = transcript;
    }

    public void start() {
        try {
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            timer.start();
        } catch (IOException e) {
            transcript.append("* The connection is lost: " + e.getMessage() + "\n");
        }
    }

    private void look() {
        try {
            while (in.ready()) {
                transcript.append(in.readLine() + "\n");
            }
        } catch (IOException e) {
            transcript.append("* The connection is lost: " + e.getMessage() + "\n");
        }
    }

    public void close() {
        timer.stop();
        try {
            socket.close();
        } catch (IOException e) {
            // it is of no use any more
        }
    }
}
