import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** eve sends a line letter by letter, with a pause after each. When does the server's time-out end it? */
public class SlowLine {
    private static final int LETTERS = 100;
    private static final int PAUSE_MS = 20;
    private static final int TIMEOUT_MS = 500;

    /** How long the server may wait in its next read. */
    private interface Limit {
        int millis(long begun);
    }

    public static void main(String[] args) throws Exception {
        attack("500 ms for each read", begun -> TIMEOUT_MS);
        attack("500 ms for the whole line", begun -> (int) (TIMEOUT_MS - (System.nanoTime() - begun) / 1_000_000));
    }

    private static void attack(String name, Limit limit) throws Exception {
        System.out.println(name);
        AtomicInteger read = new AtomicInteger();
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                Socket eve = new Socket(server.getInetAddress(), server.getLocalPort());
                Socket forEve = server.accept()) {
            Thread serving = new Thread(() -> serve(forEve, limit, read));
            serving.start();
            try {
                for (int sent = 0; sent < LETTERS; sent++) {
                    eve.getOutputStream().write('x');
                    Thread.sleep(PAUSE_MS);
                }
                eve.getOutputStream().write('\n');
            } catch (IOException e) {
                // the server has hung up
            }
            serving.join();
        }
    }

    private static void serve(Socket forEve, Limit limit, AtomicInteger read) {
        try (forEve) {
            readLine(forEve, limit, read);
            System.out.println("   a line of " + LETTERS + " letters has come, and it took two seconds");
        } catch (SocketTimeoutException e) {
            System.out.println("   hangs up: " + (read.get() < LETTERS / 2 ? "less" : "more") + " than half has come");
        } catch (IOException e) {
            System.out.println("   " + e);
        }
    }

    private static void readLine(Socket forEve, Limit limit, AtomicInteger read) throws IOException {
        InputStream in = forEve.getInputStream();
        long begun = System.nanoTime();
        while (true) {
            int millis = limit.millis(begun);
            if (millis <= 0) {
                throw new SocketTimeoutException();
            }
            forEve.setSoTimeout(millis);
            int letter = in.read();
            if (letter < 0 || letter == '\n') {
                return;
            }
            read.incrementAndGet();
        }
    }
}
