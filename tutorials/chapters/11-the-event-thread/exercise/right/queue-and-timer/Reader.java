import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.swing.DefaultListModel;
import javax.swing.JTextArea;
import javax.swing.Timer;

/** A task in a pool reads and splits lines by itself; the event thread looks into a queue some times a second. */
public final class Reader {
    private static final int PAUSE_MILLIS = 20;

    private final Socket socket;
    private final JTextArea transcript;
    private final DefaultListModel<String> people;
    private final Queue<String> waiting = new ConcurrentLinkedQueue<>();
    private final Timer timer = new Timer(PAUSE_MILLIS, event -> showWhatWaits());
    private final ExecutorService pool = Executors.newSingleThreadExecutor();

    public Reader(Socket socket, JTextArea transcript, DefaultListModel<String> people) {
        this.socket = socket;
        this.transcript = transcript;
        this.people = people;
    }

    public void start() {
        pool.execute(() -> waiting.add(readAll()));
        pool.shutdown();
        timer.start();
    }

    /** Returns how it has ended. */
    private String readAll() {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try {
            InputStream in = socket.getInputStream();
            byte[] piece = new byte[512];
            for (int count = in.read(piece); count != -1; count = in.read(piece)) {
                for (int i = 0; i < count; i++) {
                    if (piece[i] == '\n') {
                        waiting.add(line.toString(StandardCharsets.UTF_8));
                        line.reset();
                    } else {
                        line.write(piece[i]);
                    }
                }
            }
            return "* The server has closed the connection.";
        } catch (IOException e) {
            return "* The connection is lost: " + e.getMessage();
        }
    }

    private void showWhatWaits() {
        for (String line = waiting.poll(); line != null && timer.isRunning(); line = waiting.poll()) {
            if (line.startsWith("+ ")) {
                people.addElement(line.substring("+ ".length()));
            } else if (line.startsWith("- ")) {
                people.removeElement(line.substring("- ".length()));
            } else {
                transcript.setText(transcript.getText() + line + "\n");
            }
        }
    }

    public void close() {
        timer.stop();
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
