import java.net.Socket;
import javax.swing.JTextArea;

/** Shows in a text area what comes from a socket, and never keeps the event thread waiting. */
public final class Reader {
    private final Socket socket;
    private final JTextArea transcript;

    /** Takes a socket that is connected. All three methods are called on the event thread, as from a window. */
    public Reader(Socket socket, JTextArea transcript) {
        this.socket = socket;
        this.transcript = transcript;
    }

    /** Begins to read the lines that the server sends, and returns at once. */
    public void start() {
        // Here is something to do, with socket and transcript.
    }

    /** Ends the connection. From now on nothing is appended any more. */
    public void close() {
        // Here, too.
    }
}
