import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

public class Endpoints {
    private enum Kind {
        LOOPBACK("127.0.0.0", "127.255.255.255"),
        TEN("10.0.0.0", "10.255.255.255"),
        SIXTEEN_TO_THIRTY_ONE("172.16.0.0", "172.31.255.255"),
        AT_HOME("192.168.0.0", "192.168.255.255");

        private final long first;
        private final long last;

        Kind(String first, String last) {
            this.first = number(first);
            this.last = number(last);
        }

        private boolean has(String address) {
            return number(address) >= first && number(address) <= last;
        }
    }

    record End(InetAddress address, int port) {
        @Override
        public String toString() {
            List<String> numbers = new java.util.ArrayList<>();
            for (byte one : address.getAddress()) {
                numbers.add(Integer.toString(one & 0xff));
            }
            return String.join(".", numbers) + ':' + port;
        }
    }

    private static long number(String address) {
        return Arrays.stream(address.split("[.]")).mapToLong(Long::parseLong).reduce(0, (all, one) -> all * 256 + one);
    }

    public static String kindOfAddress(String address) throws IOException {
        String found = Arrays.stream(Kind.values())
                .filter(kind -> kind.has(address))
                .map(Kind::name)
                .collect(Collectors.joining());
        return switch (found) {
            case "" -> "other";
            case "LOOPBACK" -> "loopback";
            default -> "private";
        };
    }

    public static String kindOfPort(int port) throws IOException {
        return port <= 0 || port >>> 16 != 0 ? "no port" : port >>> 10 == 0 ? "well-known" : "free to choose";
    }

    public static String bothEnds(Socket socket) throws IOException {
        if (!socket.isConnected()) {
            throw new IOException("not connected");
        }
        var here = new End(socket.getLocalAddress(), socket.getLocalPort());
        var there = new End(socket.getInetAddress(), socket.getPort());
        return "here " + here + ", there " + there;
    }
}
