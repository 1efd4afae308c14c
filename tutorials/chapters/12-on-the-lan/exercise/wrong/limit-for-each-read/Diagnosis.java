import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
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
        long deadline = System.nanoTime() + millis * 1_000_000L;
        try (Socket socket = new Socket()) {
            try {
                socket.connect(new InetSocketAddress(address, port), millis);
            } catch (ConnectException e) {
                return Finding.REFUSED;
            } catch (IOException e) {
                return Finding.NO_ANSWER;
            }
            long left = (deadline - System.nanoTime()) / 1_000_000;
            socket.setSoTimeout((int) Math.max(1, left));
            String greeting = firstLine(socket);
            return greeting.startsWith("* CHAT/1 ") ? Finding.CHAT_SERVER : Finding.OTHER_SERVICE;
        } catch (IOException e) {
            return Finding.NO_GREETING;
        }
    }

    private static String firstLine(Socket socket) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
        StringBuilder begun = new StringBuilder();
        int next = in.read();
        while (next >= 0 && next != '\n') {
            begun.append((char) next);
            next = in.read();
        }
        String line = next < 0 ? null : begun.toString();
        if (line == null) {
            throw new EOFException("no line");
        }
        return line;
    }
}
