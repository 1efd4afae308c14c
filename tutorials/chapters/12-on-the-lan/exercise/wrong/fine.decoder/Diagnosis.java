import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;

/** Finds out why there is no way to a chat server, or that there is one. */
public final class Diagnosis {
    private static final int LONGEST_LINE = 1000;

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
            String line = readLine(socket, end);
            if (line == null) {
                return Finding.NO_GREETING;
            }
            return line.startsWith("* CHAT/1 ") ? Finding.CHAT_SERVER : Finding.OTHER_SERVICE;
        } catch (IOException e) {
            return Finding.NO_GREETING;
        }
    }

    /** The first line, or null if there is no whole line. */
    private static String readLine(Socket socket, long end) throws IOException {
        InputStream in = socket.getInputStream();
        byte[] buffer = new byte[LONGEST_LINE];
        int filled = 0;
        while (filled < buffer.length) {
            long nanos = end - System.nanoTime();
            if (nanos <= 0) {
                return null;
            }
            socket.setSoTimeout((int) (nanos / 1_000_000) + 1);
            int count = in.read(buffer, filled, buffer.length - filled);
            if (count < 0) {
                return null;
            }
            for (int i = filled; i < filled + count; i++) {
                if (buffer[i] == '\n') { // the line is whole, now make text of it
                    return UTF_8.newDecoder()
                            .decode(ByteBuffer.wrap(buffer, 0, i))
                            .toString();
                }
            }
            filled += count;
        }
        return null;
    }
}
