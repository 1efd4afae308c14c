import java.net.Socket;

public final class Endpoints {
    private Endpoints() {}

    public static String kindOfAddress(String address) {
        if (address.startsWith("127.")) {
            return "loopback";
        }
        return address.matches("10\\..*|172\\.(1[6-9]|2\\d|3[01])\\..*") || address.contains("192.168.")
                ? "private"
                : "other";
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
