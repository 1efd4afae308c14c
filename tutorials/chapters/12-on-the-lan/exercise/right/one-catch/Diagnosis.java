import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;

public final class Diagnosis {
    public enum Finding {
        UNKNOWN_HOST,
        NO_ANSWER,
        REFUSED,
        NO_GREETING,
        OTHER_SERVICE,
        CHAT_SERVER
    }

    private Diagnosis() {}

    /** One try for all; whether it was connected tells the failures apart. */
    public static Finding of(String host, int port, int millis) {
        long start = System.currentTimeMillis();
        boolean connected = false;
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), millis);
            connected = true;
            byte[] greeting = new byte[1000];
            int length = 0;
            while (length < greeting.length && (length == 0 || greeting[length - 1] != '\n')) {
                long left = start + millis - System.currentTimeMillis();
                if (left < 1) {
                    return Finding.NO_GREETING;
                }
                socket.setSoTimeout((int) left);
                int count = socket.getInputStream().read(greeting, length, 1);
                if (count < 0) {
                    return Finding.NO_GREETING;
                }
                length += count;
            }
            String line = new String(greeting, 0, length, StandardCharsets.UTF_8);
            return line.matches("(?s)\\* CHAT/1 .*") ? Finding.CHAT_SERVER : Finding.OTHER_SERVICE;
        } catch (UnknownHostException e) {
            return Finding.UNKNOWN_HOST;
        } catch (ConnectException e) {
            return Finding.REFUSED;
        } catch (IOException e) {
            return connected ? Finding.NO_GREETING : Finding.NO_ANSWER;
        }
    }
}
