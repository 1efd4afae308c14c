import java.io.IOException;
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

    public static Finding of(String host, int port, int millis) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getByName(host), port), millis);
            return socket.isConnected() ? Finding.CHAT_SERVER : Finding.NO_GREETING;
        } catch (UnknownHostException e) {
            return Finding.UNKNOWN_HOST;
        } catch (ConnectException e) {
            return Finding.REFUSED;
        } catch (IOException e) {
            return Finding.NO_ANSWER;
        }
    }
}
