import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.InetAddress;
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

    /** A second thread closes the socket when the time is up, which ends whatever the first one waits for. */
    public static Finding of(String host, int port, int millis) {
        InetAddress address;
        try {
            address = InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            return Finding.UNKNOWN_HOST;
        }
        Socket socket = new Socket();
        Thread alarm = new Thread(() -> closeAfter(millis, socket), "alarm clock");
        alarm.start();
        try {
            return diagnose(socket, new InetSocketAddress(address, port));
        } finally {
            alarm.interrupt();
            close(socket);
        }
    }

    private static Finding diagnose(Socket socket, InetSocketAddress server) {
        try {
            socket.connect(server);
        } catch (ConnectException e) {
            return Finding.REFUSED;
        } catch (IOException e) {
            return Finding.NO_ANSWER;
        }
        try {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            StringBuilder line = new StringBuilder();
            for (int c = in.read(); c != '\n'; c = in.read()) {
                if (c < 0) {
                    return Finding.NO_GREETING;
                }
                line.append((char) c);
            }
            String greeting = line.toString();
            return greeting.startsWith("* CHAT/1 ") ? Finding.CHAT_SERVER : Finding.OTHER_SERVICE;
        } catch (IOException e) {
            return Finding.NO_GREETING;
        }
    }

    private static void closeAfter(int millis, Socket socket) {
        try {
            Thread.sleep(millis);
            close(socket);
        } catch (InterruptedException e) {
            // the diagnosis is made
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // it is of no use any more
        }
    }
}
