import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Finds out why there is no way to a chat server, or that there is one. */
public final class Diagnosis {
    /** What can be the matter. */
    public enum Finding {
        UNKNOWN_HOST,
        NO_ANSWER,
        REFUSED,
        NO_GREETING,
        OTHER_SERVICE,
        CHAT_SERVER
    }

    private Diagnosis() {}

    /** Takes at most so many milliseconds for connecting and reading together, and leaves nothing open. */
    public static Finding of(String host, int port, int millis) {
        InetAddress address;
        try {
            address = InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            return Finding.UNKNOWN_HOST;
        }
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), millis);
            BlockingQueue<Finding> answer = new LinkedBlockingQueue<>();
            new Thread(() -> read(socket, answer)).start();
            Finding finding = answer.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            return finding == null ? Finding.NO_GREETING : finding; // close() ends the thread that reads
        } catch (ConnectException e) {
            return Finding.REFUSED;
        } catch (IOException e) {
            return Finding.NO_ANSWER;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Finding.NO_GREETING;
        }
    }

    /** On a thread of its own, which may wait. */
    private static void read(Socket socket, BlockingQueue<Finding> answer) {
        try {
            answer.add(judge(socket.getInputStream()));
        } catch (IOException e) {
            answer.add(Finding.NO_GREETING);
            throw new UncheckedIOException(e);
        }
    }

    private static Finding judge(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0 || line.size() == 1000) {
                return Finding.NO_GREETING;
            }
            line.write(b);
        }
        return line.toString(UTF_8).startsWith("* CHAT/1 ") ? Finding.CHAT_SERVER : Finding.OTHER_SERVICE;
    }
}
