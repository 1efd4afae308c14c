import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.EventQueue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.swing.JButton;
import javax.swing.SwingWorker;

/**
 * Two buttons ask a server that takes its time. Meanwhile the main thread knocks at the event thread again and again, as
 * your keys and your mouse do, and measures how long a knock has to wait.
 */
public class TwoButtons {
    private static final int SERVER_MILLIS = 1_500;
    private static final int LONG_WAIT_MILLIS = 700;

    private final BufferedReader in;
    private final PrintWriter out;
    private CountDownLatch answered;

    private TwoButtons(Socket socket) throws IOException {
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
        out = new PrintWriter(socket.getOutputStream(), true, UTF_8);
    }

    public static void main(String[] args) throws Exception {
        System.setProperty("java.awt.headless", "true"); // buttons work without a screen, only windows do not
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread serving = new Thread(() -> serve(server), "server");
            serving.start();
            try (Socket socket = new Socket(server.getInetAddress(), server.getLocalPort())) {
                new TwoButtons(socket).compare();
            }
            serving.join();
        }
    }

    private void compare() throws Exception {
        JButton handler = new JButton("handler");
        handler.addActionListener(event -> askInHandler());
        JButton worker = new JButton("worker");
        worker.addActionListener(event -> askInWorker());
        System.out.println("The server takes " + SERVER_MILLIS + " ms for an answer.");
        click(handler);
        click(worker);
    }

    // begin handler
    private void askInHandler() {
        ask();
    }
    // end handler

    // begin worker
    private void askInWorker() {
        new SwingWorker<Void, Void>() {
            @Override
            protected Void doInBackground() {
                ask();
                return null;
            }
        }.execute();
    }
    // end worker

    private void ask() {
        try {
            out.println("How are you?");
            in.readLine();
        } catch (IOException e) {
            System.out.println(e.getMessage());
        }
        answered.countDown();
    }

    private void click(JButton button) throws Exception {
        System.out.println();
        answered = new CountDownLatch(1);
        long start = System.nanoTime();
        EventQueue.invokeLater(() -> button.doClick(0));
        long longest = 0;
        while (!answered.await(10, TimeUnit.MILLISECONDS)) {
            longest = Math.max(longest, knock());
        }
        System.out.println(button.getText() + ": the answer came after " + millisSince(start)
                + " ms, and the longest wait of a knock was " + longest + " ms");
    }

    /** Puts an event into the queue and returns how many milliseconds it took until the event thread came to it. */
    private static long knock() throws Exception {
        Thread[] eventThread = new Thread[1];
        FutureTask<Void> knock = new FutureTask<>(() -> null);
        long start = System.nanoTime();
        EventQueue.invokeLater(knock);
        try {
            knock.get(LONG_WAIT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            System.out.println("A knock still waits. " + whatTheEventThreadDoes());
            knock.get();
        }
        return millisSince(start);
    }

    private static String whatTheEventThreadDoes() {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("AWT-EventQueue")) {
                StackTraceElement[] calls = thread.getStackTrace();
                for (int i = 1; i < calls.length; i++) {
                    if (calls[i].getClassName().equals(TwoButtons.class.getName())) {
                        return thread.getName() + " is in " + calls[i - 1].getMethodName() + "(), called by "
                                + calls[i].getMethodName() + "(), called by " + calls[i + 1].getMethodName() + "().";
                    }
                }
                return thread.getName() + " waits for the next event.";
            }
        }
        return "There is no event thread.";
    }

    private static void serve(ServerSocket server) {
        try (Socket client = server.accept()) {
            BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), UTF_8));
            PrintWriter out = new PrintWriter(client.getOutputStream(), true, UTF_8);
            while (in.readLine() != null) {
                Thread.sleep(SERVER_MILLIS);
                out.println("Fine.");
            }
        } catch (IOException | InterruptedException e) {
            System.out.println("server: " + e.getMessage());
        }
    }

    private static long millisSince(long start) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }
}
