import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.IDN;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Arrays;

/** Finds out why there is no way to a chat server, or that there is one. */
public final class Diagnosis {
    private static final byte[] GREETING = "* CHAT/1 ".getBytes(US_ASCII);
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
            address = InetAddress.getByName(toAscii(host));
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

    /** A name may have other letters, too, as in b\u00fccher.example; the look-up knows only ASCII. */
    private static String toAscii(String host) {
        return IDN.toASCII(host);
    }

    private static Finding listen(Socket socket, long end) throws IOException {
        InputStream in = socket.getInputStream();
        byte[] line = new byte[MAX_LINE];
        for (int i = 0; i < line.length; i++) {
            socket.setSoTimeout(left(end));
            int b = in.read();
            if (b == -1) {
                return Finding.NO_GREETING;
            } else if (b == '\n') {
                return greets(Arrays.copyOf(line, i)) ? Finding.CHAT_SERVER : Finding.OTHER_SERVICE;
            }
            line[i] = (byte) b;
        }
        return Finding.NO_GREETING;
    }

    private static boolean greets(byte[] line) {
        return line.length >= GREETING.length && Arrays.equals(line, 0, GREETING.length, GREETING, 0, GREETING.length);
    }
}
