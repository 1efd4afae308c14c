import java.net.InetAddress;
import java.net.Socket;
import java.net.UnknownHostException;

/** What can be known about addresses, ports, and the two ends of a connection. */
public final class Endpoints {
    private static final int LAST_WELL_KNOWN = 1023;
    private static final int LAST = 65535;

    private Endpoints() {}

    /** Whether an address like "192.168.55.13" is "loopback", "private" or "other". */
    public static String kindOfAddress(String address) throws UnknownHostException {
        InetAddress parsed = InetAddress.getByName(address);
        if (parsed.isLoopbackAddress()) {
            return "loopback";
        }
        return parsed.isSiteLocalAddress() ? "private" : "other";
    }

    /** Whether a number is a "well-known" port, one that is "free to choose", or "no port". */
    public static String kindOfPort(int port) {
        if (port < 1 || port > LAST) {
            return "no port";
        }
        return port <= LAST_WELL_KNOWN ? "well-known" : "free to choose";
    }

    /** Both ends of the socket's connection, like "here 127.0.0.1:8081, there 127.0.0.1:50412". */
    public static String bothEnds(Socket socket) {
        String here = socket.getLocalAddress().getHostAddress() + ":" + socket.getLocalPort();
        String there = socket.getInetAddress().getHostAddress() + ":" + socket.getPort();
        return "here " + here + ", there " + there;
    }
}
