import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Scanner;
import javax.swing.JTextArea;
import javax.swing.SwingWorker;

/** Shows in a text area what comes from a socket. A Scanner reads, and the worker's result is the last sentence. */
public final class Reader {
    private final Socket socket;
    private final JTextArea transcript;
    private boolean isOver;

    private final SwingWorker<String, String> worker = new SwingWorker<>() {
        @Override
        protected String doInBackground() {
            try {
                Scanner in = new Scanner(socket.getInputStream(), StandardCharsets.UTF_8);
                while (in.hasNextLine()) {
                    publish(in.nextLine());
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
        protected void process(List<String> lines) {
            if (!isOver) {
                transcript.append(String.join("\n", lines) + "\n");
            }
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

    public Reader(Socket socket, JTextArea transcript) {
        this.socket = socket;
        this.transcript = transcript;
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
