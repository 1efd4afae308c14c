package chatlab.kit;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Visitors of a server's page that take much of it, until they are closed. Each one is a thread, and comes again when it is sent away. */
final class PageVisitors implements Closeable {
    private static final String DOWNLOAD = "/chat-client.jar";

    /** Seconds after which a browser that was refused asks again, as the page tells it to. */
    private static final int PAUSE = 3;

    private final int port;
    private final CountDownLatch end = new CountDownLatch(1);
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final AtomicInteger downloads = new AtomicInteger();

    PageVisitors(int port) {
        this.port = port;
    }

    /** Downloads that have arrived whole. */
    int countDownloads() {
        return downloads.get();
    }

    void download(int count) {
        start(count, "downloads", this::downloadOnce);
    }

    void sayNothing(int count) {
        start(count, "says nothing", socket -> {
            if (socket.getInputStream().read() >= 0) {
                throw new AssertionError("an answer without a request");
            }
        });
    }

    void readAByteASecond(int count) {
        start(count, "reads a byte a second", socket -> {
            request(socket);
            while (!end.await(1, TimeUnit.SECONDS) && socket.getInputStream().read() >= 0) {
                // the next one
            }
        });
    }

    private void downloadOnce(Socket socket) throws IOException, InterruptedException {
        request(socket);
        InputStream in = socket.getInputStream();
        byte[] chunk = new byte[16 * 1024];
        String head = new String(in.readNBytes(12), StandardCharsets.US_ASCII);
        while (in.read(chunk) >= 0) {
            // to the end
        }
        if (head.endsWith("200")) {
            downloads.incrementAndGet();
        } else {
            end.await(PAUSE, TimeUnit.SECONDS);
        }
    }

    private static void request(Socket socket) throws IOException {
        String request = "GET " + DOWNLOAD + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    }

    private interface Habit {
        void visit(Socket socket) throws IOException, InterruptedException;
    }

    private void start(int count, String name, Habit habit) {
        for (int i = 0; i < count; i++) {
            Thread thread = new Thread(() -> comeAgain(habit), name);
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void comeAgain(Habit habit) {
        while (end.getCount() > 0) {
            try (Socket socket = new Socket()) {
                sockets.add(socket);
                socket.setReceiveBufferSize(64 * 1024);
                socket.connect(new InetSocketAddress("127.0.0.1", port));
                habit.visit(socket);
                sockets.remove(socket);
            } catch (IOException e) {
                // sent away, or closed
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    @Override
    public void close() throws IOException {
        end.countDown();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
