import java.awt.EventQueue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import javax.swing.DefaultListModel;
import javax.swing.JTextArea;

/** Shows what comes from a socket, with a thread of its own and invokeLater. */
public final class Reader {
    private final Socket socket;
    private final JTextArea transcript;
    private final DefaultListModel<String> people;
    private volatile boolean closed;

    public Reader(Socket socket, JTextArea transcript, DefaultListModel<String> people) {
        this.socket = socket;
        this.transcript = transcript;
        this.people = people;
    }

    public void start() {
        Thread thread = new Thread(this::read, "reader");
        thread.setDaemon(true);
        thread.start();
    }

    private void read() {
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            String line;
            while ((line = in.readLine()) != null) {
                tell(line);
            }
            tell("* The server has closed the connection.");
        } catch (IOException e) {
            tell("* The connection is lost: " + e.getMessage());
        }
    }

    private void tell(String line) {
        EventQueue.invokeLater(() -> {
            if (!closed) {
                show(line);
            }
        });
    }

    private void show(String line) {
        switch (line.length() < 2 ? "" : line.substring(0, 2)) {
            case "+ ":
                people.add(people.size(), line.substring(2));
                break;
            case "- ":
                people.remove(people.indexOf(line.substring(2)));
                break;
            default:
                transcript.append(line + "\n");
                transcript.setCaretPosition(transcript.getDocument().getLength());
        }
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
