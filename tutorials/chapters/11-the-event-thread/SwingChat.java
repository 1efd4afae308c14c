import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.BorderLayout;
import java.awt.EventQueue;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import javax.swing.JFrame;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.SwingWorker;
import javax.swing.WindowConstants;

/** A chat client with a window. The event thread has the window, two more have the socket. */
public class SwingChat {
    private static final int MAX_WAITING = 100;

    private final Socket socket;
    private final BlockingQueue<String> outgoing = new ArrayBlockingQueue<>(MAX_WAITING);
    private final Thread writer = new Thread(this::write, "writer");

    private final JTextArea transcript = new JTextArea(20, 60);
    private final JTextField input = new JTextField();

    private SwingChat(Socket socket) {
        this.socket = socket;
    }

    // begin main
    public static void main(String[] args) throws IOException {
        Socket socket = new Socket(args[0], Integer.parseInt(args[1]));
        EventQueue.invokeLater(() -> new SwingChat(socket).open());
    }
    // end main

    private void open() {
        transcript.setEditable(false);
        transcript.setLineWrap(true);
        transcript.setWrapStyleWord(true);
        input.addActionListener(event -> send());

        JFrame window = new JFrame("Chat with " + socket.getRemoteSocketAddress());
        window.add(new JScrollPane(transcript), BorderLayout.CENTER);
        window.add(input, BorderLayout.SOUTH);
        window.setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
        window.addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosed(WindowEvent event) {
                close();
            }
        });
        window.pack();
        window.setVisible(true);
        input.requestFocusInWindow();

        new Worker().execute();
        writer.start();
    }

    // begin send
    /** On the event thread, when you press Enter. Leaves the line to the writer. */
    private void send() {
        String line = input.getText();
        if (outgoing.offer(line)) {
            input.setText("");
            transcript.append("me: " + line + "\n");
        } else {
            transcript.append("* The server does not read. Try again later.\n");
        }
    }

    /** On the writer's thread: waits for a line, and for a server that does not read. */
    private void write() {
        try {
            OutputStream out = socket.getOutputStream();
            while (true) {
                String line = outgoing.take();
                out.write((line + "\n").getBytes(UTF_8));
            }
        } catch (IOException | InterruptedException e) {
            close();
        }
    }
    // end send

    // begin reader
    private class Worker extends SwingWorker<Void, String> {
        /** On a thread of its own, which may wait. */
        @Override
        protected Void doInBackground() throws IOException {
            InputStreamReader text = new InputStreamReader(socket.getInputStream(), UTF_8);
            BufferedReader in = new BufferedReader(text);
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                publish(line);
            }
            return null;
        }

        /** On the event thread, a little after publish, with all lines published so far. */
        @Override
        protected void process(List<String> lines) {
            for (String line : lines) {
                transcript.append(line + "\n");
            }
        }

        /** On the event thread in the end. Only get() tells how doInBackground has ended. */
        @Override
        protected void done() {
            try {
                get();
                transcript.append("* The server has closed the connection.\n");
            } catch (ExecutionException e) {
                String reason = e.getCause().getMessage();
                transcript.append("* The connection is lost: " + reason + "\n");
            } catch (InterruptedException e) {
                throw new AssertionError("get() does not wait for what is done", e);
            }
            input.setEnabled(false);
            close();
        }
    }
    // end reader

    // begin close
    /** For any thread. Ends a read and a write that wait, and a writer that waits for a line. */
    private void close() {
        writer.interrupt();
        try {
            socket.close();
        } catch (IOException e) {
            // it is of no use any more
        }
    }
    // end close
}
