import java.net.Socket;

public final class Endpoints {
    private Endpoints() {}

    public static String kindOfAddress(String address) {
        String[] numbers = address.split("\\.");
        int first = Integer.parseInt(numbers[0]);
        int second = Integer.parseInt(numbers[1]);
        if (first == 127) {
            return "loopback";
        }
        boolean isPrivate = first == 10 || first == 172 && second >= 16 && second < 31 || first == 192 && second == 168;
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
