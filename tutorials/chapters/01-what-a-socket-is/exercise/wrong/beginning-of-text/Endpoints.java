import java.net.Socket;

public final class Endpoints {
    private Endpoints() {}

    public static String kindOfAddress(String address) {
        if (address.startsWith("127")) {
            return "loopback";
        }
        if (address.startsWith("10.") || address.startsWith("192.168")) {
            return "private";
        }
        for (int second = 16; second <= 31; second++) {
            if (address.startsWith("172." + second)) {
                return "private";
            }
        }
        return "other";
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
