import java.awt.EventQueue;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import javax.swing.SwingWorker;

/** Three things about SwingWorker that surprise people: how it hands over, what cancel does, and what becomes of an exception. */
public class WorkerFacts {
    private static final int LINES = 10_000;

    public static void main(String[] args) throws Exception {
        System.setProperty("java.awt.headless", "true");
        publishMany();
        cancelOne();
        failOnce();
    }

    private static void publishMany() throws Exception {
        List<Integer> batches = new ArrayList<>(); // for the event thread only
        CountDownLatch done = new CountDownLatch(1);
        new SwingWorker<Void, String>() {
            @Override
            protected Void doInBackground() {
                for (int i = 0; i < LINES; i++) {
                    publish("line " + i);
                }
                return null;
            }

            @Override
            protected void process(List<String> lines) {
                batches.add(lines.size());
            }

            @Override
            protected void done() {
                done.countDown();
            }
        }.execute();
        done.await();
        EventQueue.invokeAndWait(() -> System.out.println(
                "Calls of publish: " + LINES + ", calls of process: " + batches.size() + ", lines in them: "
                        + batches.stream().mapToInt(i -> i).sum() + "."));
    }

    private static void cancelOne() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Socket socket = new Socket(server.getInetAddress(), server.getLocalPort());
            CountDownLatch reading = new CountDownLatch(1);
            CountDownLatch ended = new CountDownLatch(1);
            SwingWorker<Void, Void> worker = new SwingWorker<>() {
                @Override
                protected Void doInBackground() throws IOException {
                    reading.countDown();
                    try {
                        socket.getInputStream().read(); // nothing is ever sent
                    } finally {
                        ended.countDown();
                    }
                    return null;
                }
            };
            worker.execute();
            reading.await();
            System.out.println("cancel(true) says " + worker.cancel(true) + ", isDone() says " + worker.isDone() + ".");
            System.out.println("Half a second later read() " + hasEnded(ended) + ".");
            socket.close();
            System.out.println("After socket.close() it " + hasEnded(ended) + ".");
        }
    }

    private static String hasEnded(CountDownLatch ended) throws InterruptedException {
        return ended.await(500, TimeUnit.MILLISECONDS) ? "has ended" : "still waits";
    }

    private static void failOnce() throws Exception {
        SwingWorker<Void, Void> worker = new SwingWorker<>() {
            @Override
            protected Void doInBackground() throws IOException {
                throw new IOException("the cable is cut");
            }
        };
        worker.execute();
        while (!worker.isDone()) {
            Thread.sleep(10);
        }
        System.out.println("doInBackground() has thrown an exception, and it was not reported.");
        try {
            worker.get();
        } catch (ExecutionException e) {
            System.out.println("get() tells it: " + e.getCause().getMessage());
        }
    }
}
