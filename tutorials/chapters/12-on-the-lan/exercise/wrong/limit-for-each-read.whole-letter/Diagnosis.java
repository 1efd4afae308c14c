import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;

/** Finds out why there is no way to a chat server, or that there is one. */
public final class Diagnosis {
    private static final int MAX_LINE = 1_000;

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

    /** Reads the first line, one character after the other, each with what is left of the time. */
    private static Finding listen(Socket socket, long end) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
        StringBuilder line = new StringBuilder();
        while (line.length() < MAX_LINE) {
            socket.setSoTimeout(left(end));
            int c = in.read();
            if (c == -1) {
                return Finding.NO_GREETING;
            } else if (c == '\n') {
                return line.indexOf("* CHAT/1 ") == 0 ? Finding.CHAT_SERVER : Finding.OTHER_SERVICE;
            }
            line.append((char) c);
        }
        return Finding.NO_GREETING;
    }
}
