import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import javax.swing.JTextArea;

/** Shows in a text area what comes from a socket. */
public final class Reader {
    private final Socket socket;
    private final JTextArea transcript;

    public Reader(Socket socket, JTextArea transcript) {
        this.socket = socket;
        this.transcript = transcript;
    }

    public void start() {
        try {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                transcript.append(line + "\n");
            }
            transcript.append("* The server has closed the connection.\n");
        } catch (IOException e) {
            transcript.append("* The connection is lost: " + e.getMessage() + "\n");
        }
    }

    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // it is of no use any more
        }
    }
}
