import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;

/** What can be known about addresses, ports, and the two ends of a connection. */
public final class Endpoints {
    private Endpoints() {}

    /** Whether an address like "192.168.55.13" is "loopback", "private" or "other". */
    public static String kindOfAddress(String address) {
        if (address.startsWith("127.")) {
            return "loopback";
        }
        if (address.startsWith("10.") || address.startsWith("192.168.")) {
            return "private";
        }
        for (int i = 16; i <= 31; i++) {
            if (address.startsWith("172." + i + ".")) {
                return "private";
            }
        }
        return "other";
    }

    /** Whether a number is a "well-known" port, one that is "free to choose", or "no port". */
    public static String kindOfPort(int port) {
        if (port <= 0 || port >= 65536) {
            return "no port";
        } else if (port < 1024) {
            return "well-known";
        } else {
            return "free to choose";
        }
    }

    /** Both ends of the socket's connection, like "here 127.0.0.1:8081, there 127.0.0.1:50412". */
    public static String bothEnds(Socket socket) {
        return "here " + write(socket.getLocalSocketAddress()) + ", there " + write(socket.getRemoteSocketAddress());
    }

    /** Without Java's slash. getHostString() looks nothing up, so it is quick. */
    private static String write(SocketAddress end) {
        InetSocketAddress address = (InetSocketAddress) end;
        return address.getHostString() + ":" + address.getPort();
    }
}
