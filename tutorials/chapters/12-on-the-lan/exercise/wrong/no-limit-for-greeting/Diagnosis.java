import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;

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

    public static Finding of(String host, int port, int millis) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getByName(host), port), millis);
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            String greeting = in.readLine();
            if (greeting == null) {
                return Finding.NO_GREETING;
            }
            return greeting.startsWith("* CHAT/1 ") ? Finding.CHAT_SERVER : Finding.OTHER_SERVICE;
        } catch (UnknownHostException e) {
            return Finding.UNKNOWN_HOST;
        } catch (ConnectException e) {
            return Finding.REFUSED;
        } catch (SocketTimeoutException e) {
            return Finding.NO_ANSWER;
        } catch (IOException e) {
            return Finding.NO_GREETING;
        }
    }
}
