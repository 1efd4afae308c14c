import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;

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
        long end = System.nanoTime() + millis * 1_000_000L;
        try (Socket socket = new Socket()) {
            if (!connect(socket, new InetSocketAddress(address, port), millis)) {
                return Finding.NO_ANSWER;
            }
            String line = readLine(socket, end);
            if (line == null) {
                return Finding.NO_GREETING;
            }
            return line.startsWith("* CHAT/1 ") ? Finding.CHAT_SERVER : Finding.OTHER_SERVICE;
        } catch (ConnectException e) {
            return Finding.REFUSED;
        } catch (IOException e) {
            return Finding.NO_GREETING;
        }
    }

    private static boolean connect(Socket socket, InetSocketAddress server, int millis) throws ConnectException {
        try {
            socket.connect(server, millis);
            return true;
        } catch (ConnectException e) {
            throw e;
        } catch (IOException e) {
            return false;
        }
    }

    /** The first line without its line end, be it \n or \r\n; null if there is no whole line. */
    private static String readLine(Socket socket, long end) throws IOException {
        InputStream in = socket.getInputStream();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (line.size() < 1000) {
            long nanos = end - System.nanoTime();
            if (nanos <= 0) {
                return null;
            }
            socket.setSoTimeout((int) (nanos / 1_000_000) + 1);
            int b = in.read();
            if (b == -1) {
                return null;
            }
            if (b == '\r' || b == '\n') {
                return line.toString(UTF_8);
            }
            line.write(b);
        }
        return null;
    }
}
