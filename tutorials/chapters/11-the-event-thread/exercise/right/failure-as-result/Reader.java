import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Scanner;
import java.util.function.Consumer;
import javax.swing.DefaultListModel;
import javax.swing.JTextArea;
import javax.swing.SwingWorker;

/** Shows what comes from a socket. A Scanner reads, changes are published as code, and the result is the last sentence. */
public final class Reader {
    private final Socket socket;
    private final JTextArea transcript;
    private final DefaultListModel<String> people;
    private boolean isOver;

    private final SwingWorker<String, Runnable> worker = new SwingWorker<>() {
        @Override
        protected String doInBackground() {
            try {
                Scanner in = new Scanner(socket.getInputStream(), StandardCharsets.UTF_8);
                while (in.hasNextLine()) {
                    publish(change(in.nextLine()));
                }
                IOException trouble = in.ioException();
                if (trouble != null) {
                    return "* The connection is lost: " + trouble.getMessage();
                }
                return "* The server has closed the connection.";
            } catch (IOException e) {
                return "* The connection is lost: " + e.getMessage();
            }
        }

        @Override
        protected void process(List<Runnable> changes) {
            changes.stream().takeWhile(change -> !isOver).forEach(Runnable::run);
        }

        @Override
        protected void done() {
            if (isOver) {
                return;
            }
            try {
                transcript.append(get() + "\n");
            } catch (Exception e) {
                transcript.append("* The connection is lost: " + e + "\n");
            }
        }
    };

    public Reader(Socket socket, JTextArea transcript, DefaultListModel<String> people) {
        this.socket = socket;
        this.transcript = transcript;
        this.people = people;
    }

    private Runnable change(String line) {
        boolean comes = line.startsWith("+ ");
        if (!comes && !line.startsWith("- ")) {
            return () -> transcript.append(line + "\n");
        }
        Consumer<String> change = comes ? people::addElement : people::removeElement;
        return () -> change.accept(line.substring(2));
    }

    public void start() {
        worker.execute();
    }

    public void close() {
        isOver = true;
        try {
            socket.close();
        } catch (IOException e) {
            // nothing can be done about that
        }
    }
}
