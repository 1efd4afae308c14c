import java.net.Socket;

public final class Endpoints {
    private Endpoints() {}

    public static String kindOfAddress(String address) {
        if (address.startsWith("127.")) {
            return "loopback";
        }
        boolean isPrivate = address.startsWith("10.") || address.startsWith("172.") || address.startsWith("192.168.");
        return isPrivate ? "private" : "other";
    }

    public static String kindOfPort(int port) {
        if (port < 1 || port > 65535) {
            return "no port";
        }
        return port < 1024 ? "well-known" : "free to choose";
    }

    public static String bothEnds(Socket socket) {
        String here = socket.getLocalAddress().getHostAddress() + ":" + socket.getLocalPort();
        String there = socket.getInetAddress().getHostAddress() + ":" + socket.getPort();
        return "here " + here + ", there " + there;
    }
}
