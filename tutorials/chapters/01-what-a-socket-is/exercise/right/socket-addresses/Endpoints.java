import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.regex.Pattern;

public final class Endpoints {
    private static final Pattern PRIVATE = Pattern.compile("(10|172\\.(1[6-9]|2\\d|3[01])|192\\.168)\\..*");

    private Endpoints() {}

    public static String kindOfAddress(String address) {
        if (address.startsWith("127.")) {
            return "loopback";
        }
        return PRIVATE.matcher(address).matches() ? "private" : "other";
    }

    public static String kindOfPort(int port) {
        if (port >= 1024 && port <= 0xffff) {
            return "free to choose";
        } else if (port > 0 && port < 1024) {
            return "well-known";
        } else {
            return "no port";
        }
    }

    public static String bothEnds(Socket socket) {
        InetSocketAddress here = (InetSocketAddress) socket.getLocalSocketAddress();
        InetSocketAddress there = (InetSocketAddress) socket.getRemoteSocketAddress();
        return String.format("here %s, there %s", text(here), text(there));
    }

    private static String text(InetSocketAddress endpoint) {
        return endpoint.getAddress().getHostAddress() + ":" + endpoint.getPort();
    }
}
