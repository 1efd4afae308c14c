import java.net.Socket;
import java.util.regex.Pattern;

/** What can be known about addresses, ports, and the two ends of a connection. */
public final class Endpoints {
    private static final int FIRST_FREE = 1024;
    private static final int LAST = 65535;

    /** One of the four numbers, from 0 to 255. */
    private static final String NUMBER = "(2[0-5][0-5]|1?[0-9]?[0-9])";

    /** 172.16.0.0 to 172.31.255.255: the only range that is not just a beginning. */
    private static final Pattern FROM_16_TO_31 =
            Pattern.compile("172\\.(1[6-9]|2[0-9]|3[01])\\." + NUMBER + "\\." + NUMBER);

    private Endpoints() {}

    /** Whether an address like "192.168.55.13" is "loopback", "private" or "other". */
    public static String kindOfAddress(String address) {
        if (address.startsWith("127.")) {
            return "loopback";
        }
        if (address.startsWith("10.")
                || address.startsWith("192.168.")
                || FROM_16_TO_31.matcher(address).matches()) {
            return "private";
        }
        return "other";
    }

    /** Whether a number is a "well-known" port, one that is "free to choose", or "no port". */
    public static String kindOfPort(int port) {
        if (port < 1 || port > LAST) {
            return "no port";
        }
        return port < FIRST_FREE ? "well-known" : "free to choose";
    }

    /** Both ends of the socket's connection, like "here 127.0.0.1:8081, there 127.0.0.1:50412". */
    public static String bothEnds(Socket socket) {
        String here = socket.getLocalAddress().getHostAddress() + ":" + socket.getLocalPort();
        String there = socket.getInetAddress().getHostAddress() + ":" + socket.getPort();
        return "here " + here + ", there " + there;
    }
}
