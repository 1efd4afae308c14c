import java.net.Socket;
import javax.swing.DefaultListModel;
import javax.swing.JTextArea;

/** Shows what comes from a socket, lines and people, and never keeps the event thread waiting. */
public final class Reader {
    private final Socket socket;
    private final JTextArea transcript;
    private final DefaultListModel<String> people;

    /** Takes a socket that is connected. This and both methods are called on the event thread, as from a window. */
    public Reader(Socket socket, JTextArea transcript, DefaultListModel<String> people) {
        this.socket = socket;
        this.transcript = transcript;
        this.people = people;
    }

    /** Begins to read what the server sends, and returns at once. */
    public void start() {
        // Here is something to do, with socket, transcript and people.
    }

    /** Ends the connection. From now on nothing changes any more. */
    public void close() {
        // Here, too.
    }
}
