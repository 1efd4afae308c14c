import java.net.Socket;

/** What can be known about addresses, ports, and the two ends of a connection. */
public final class Endpoints {
    private Endpoints() {}

    /** Whether an address like "192.168.55.13" is "loopback", "private" or "other". */
    public static String kindOfAddress(String address) {
        return "to be written";
    }

    /** Whether a number is a "well-known" port, one that is "free to choose", or "no port". */
    public static String kindOfPort(int port) {
        return "to be written";
    }

    /** Both ends of the socket's connection, like "here 127.0.0.1:8081, there 127.0.0.1:50412". */
    public static String bothEnds(Socket socket) {
        return "to be written";
    }
}
