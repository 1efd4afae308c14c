import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;

/** Finds out why there is no way to a chat server, or that there is one. */
public final class Diagnosis {
    /** A chat server's greeting is not longer than this, with its line end. */
    private static final int MAX_GREETING = 1_000;
    /** Nobody may fill our memory. */
    private static final int MAX_LINE = 8_192;

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
        long end = System.nanoTime() + millis * 1_000_000L;
        try (Socket socket = new Socket()) {
            try {
                socket.connect(new InetSocketAddress(address, port), millis);
            } catch (ConnectException e) {
                return Finding.REFUSED;
            } catch (IOException e) {
                return Finding.NO_ANSWER;
            }
            return listen(socket, end);
        } catch (IOException e) {
            return Finding.NO_GREETING; // timed out, or broken
        }
    }

    /** What is left of the time, in milliseconds, and never 0 before it is over. */
    private static int left(long end) throws SocketTimeoutException {
        long nanos = end - System.nanoTime();
        if (nanos <= 0) {
            throw new SocketTimeoutException("The time is over.");
        }
        return (int) ((nanos + 999_999) / 1_000_000);
    }

    private static Finding listen(Socket socket, long end) throws IOException {
        String line = firstLine(socket, end);
        return line == null ? Finding.NO_GREETING : judge(line);
    }

    /** The first line with its line end, or null if there is none. */
    private static String firstLine(Socket socket, long end) throws IOException {
        InputStream in = socket.getInputStream();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        while (bytes.size() < MAX_LINE) {
            socket.setSoTimeout(left(end));
            int b = in.read();
            if (b == -1) {
                return null;
            }
            bytes.write(b);
            if (b == '\n') {
                return bytes.toString(UTF_8);
            }
        }
        return null;
    }

    private static Finding judge(String line) {
        boolean greets = line.startsWith("* CHAT/1 ");
        boolean fits = line.getBytes(UTF_8).length <= MAX_GREETING;
        return greets && fits ? Finding.CHAT_SERVER : Finding.OTHER_SERVICE;
    }
}
