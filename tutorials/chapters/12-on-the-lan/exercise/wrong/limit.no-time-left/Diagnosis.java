import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
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
        InetSocketAddress address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            return Finding.UNKNOWN_HOST;
        }
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        try (Socket socket = new Socket()) {
            try {
                socket.connect(address, millis);
            } catch (ConnectException e) {
                return Finding.REFUSED;
            } catch (IOException e) {
                return Finding.NO_ANSWER;
            }
            return greeting(socket, deadline);
        } catch (IOException e) {
            return Finding.NO_GREETING; // too late, or the connection has broken
        }
    }

    private static Finding greeting(Socket socket, long deadline) throws IOException {
        InputStream in = socket.getInputStream();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (line.size() < 1000) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left < 0) {
                return Finding.NO_GREETING;
            }
            socket.setSoTimeout((int) left);
            int b = in.read();
            if (b < 0) {
                return Finding.NO_GREETING;
            }
            if (b == '\n') {
                boolean chat = line.toString(UTF_8).startsWith("* CHAT/1 ");
                return chat ? Finding.CHAT_SERVER : Finding.OTHER_SERVICE;
            }
            line.write(b);
        }
        return Finding.NO_GREETING; // no line that we know ends here
    }
}
