import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.NavigableMap;
import java.util.StringTokenizer;
import java.util.TreeMap;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

public final class Endpoints {
    /** A block of addresses, written as an address and the number of bits that all its addresses share. */
    private record Block(String kind, long start, int bits) {
        boolean contains(long address) {
            return (address ^ start) >>> (32 - bits) == 0;
        }
    }

    private static final List<Block> BLOCKS = List.of(
            new Block("loopback", toNumber("127.0.0.0"), 8),
            new Block("private", toNumber("10.0.0.0"), 8),
            new Block("private", toNumber("172.16.0.0"), 12),
            new Block("private", toNumber("192.168.0.0"), 16),
            new Block("other", 0, 0));

    /** Where each kind of port begins. */
    private static final NavigableMap<Integer, String> PORTS = new TreeMap<>() {
        {
            put(Integer.MIN_VALUE, "no port");
            put(1, "well-known");
            put(1024, "free to choose");
            put(65536, "no port");
        }
    };

    public static String kindOfAddress(String address) {
        long number = toNumber(address);
        return BLOCKS.stream()
                .filter(block -> block.contains(number))
                .findFirst()
                .orElseThrow()
                .kind();
    }

    public static String kindOfPort(int port) {
        return PORTS.floorEntry(port).getValue();
    }

    public static String bothEnds(Socket socket) {
        return new End("here", socket::getLocalAddress, socket::getLocalPort)
                + ", "
                + new End("there", socket::getInetAddress, socket::getPort);
    }

    private static long toNumber(String address) {
        return toNumber(0, new StringTokenizer(address, "."));
    }

    private static long toNumber(long before, StringTokenizer rest) {
        return rest.hasMoreTokens() ? toNumber(before << 8 | Integer.parseInt(rest.nextToken()), rest) : before;
    }

    private record End(String where, Supplier<InetAddress> address, IntSupplier port) {
        @Override
        public String toString() {
            byte[] bytes = address.get().getAddress();
            String numbers = IntStream.range(0, bytes.length)
                    .map(i -> bytes[i] & 0xff)
                    .mapToObj(Integer::toString)
                    .collect(Collectors.joining("."));
            return where + ' ' + numbers + ':' + port.getAsInt();
        }
    }
}
