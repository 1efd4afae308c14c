import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** What can be known about addresses, ports, and the two ends of a connection. */
public final class Endpoints {
    private static final int FIRST_FREE = 1024;
    private static final int LAST = 65535;

    private Endpoints() {}

    /** Whether an address like "192.168.55.13" is "loopback", "private" or "other". */
    public static String kindOfAddress(String address) {
        String[] parts = address.split("\\.");
        int first = Integer.parseInt(parts[0]);
        int second = Integer.parseInt(parts[1]);
        if (first == 127) {
            return "loopback";
        }
        if (first == 10 || first == 172 && second >= 16 && second <= 31 || first == 192 && second == 168) {
            return "private";
        }
        return "other";
    }

    /** Whether a number is a "well-known" port, one that is "free to choose", or "no port". */
    public static String kindOfPort(int port) {
        if (port < 1 || port > LAST) {
            return "no port";
        }
        if (port < FIRST_FREE) {
            return "well-known";
        }
        return isFree(port) ? "free to choose" : "no port";
    }

    /** From 1024 on we may choose any port that no other program on this machine uses. */
    private static boolean isFree(int port) {
        try {
            new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
            return true;
        } catch (IOException e) {
            return false; // "Address already in use"
        }
    }

    /** Both ends of the socket's connection, like "here 127.0.0.1:8081, there 127.0.0.1:50412". */
    public static String bothEnds(Socket socket) {
        String here = socket.getLocalAddress().getHostAddress() + ":" + socket.getLocalPort();
        String there = socket.getInetAddress().getHostAddress() + ":" + socket.getPort();
        return "here " + here + ", there " + there;
    }
}
