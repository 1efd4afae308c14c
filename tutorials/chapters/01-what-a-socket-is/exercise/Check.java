import chatlab.tutorials.grading.Checks;
import chatlab.tutorials.grading.Exercise;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;

/** Calls the two methods on kinds with many values, and the third one with both ends of a real connection. */
public final class Check implements Exercise {
    private static final List<String> WORDS =
            List.of("well-known", "free to choose", "no port", "loopback", "private", "public");

    @Override
    public void check(Checks checks) {
        checks.step("ports", () -> {
            ports("well-known", "limits-of-ports", 22, 80, 1, 1023);
            ports("free to choose", "limits-of-ports", 8081, 1024, 50412, 65535);
            ports("no port", "zero-is-a-port", 0, -1, 65536, 100000);
        });
        checks.step("loopback", () -> addresses("loopback", "one-loopback", "127.0.0.1", "127.0.0.2", "127.255.0.9"));
        checks.step("private", () -> {
            addresses("private", "only-192-168", "192.168.55.13", "192.168.1.100", "10.0.0.7", "10.255.1.1");
            addresses("private", "only-192-168", "172.16.0.1", "172.20.30.40", "172.31.255.254");
        });
        checks.step("public", () -> {
            addresses("public", "all-of-172", "172.15.0.1", "172.32.0.1");
            addresses("public", "beginning-of-text", "172.160.1.1", "172.2.1.1", "100.1.1.1");
            addresses("public", "kinds", "8.8.8.8", "192.167.1.1", "192.169.1.1", "11.0.0.1", "126.0.0.1", "128.0.0.1");
            addresses("public", "kinds", "93.184.216.34");
        });
        InetAddress loopback = InetAddress.getLoopbackAddress();
        checks.step("server-end", () -> withConnection(loopback, (client, server) -> bothEnds(server)));
        checks.step("client-end", () -> withConnection(loopback, (client, server) -> bothEnds(client)));
    }

    private static void ports(String expected, String key, int... ports) {
        for (int port : ports) {
            same(key, "kindOfPort(" + port + ")", expected, Endpoints.kindOfPort(port));
        }
    }

    private static void addresses(String expected, String key, String... addresses) throws IOException {
        for (String address : addresses) {
            same(key, "kindOfAddress(\"" + address + "\")", expected, Endpoints.kindOfAddress(address));
        }
    }

    /** An answer that is none of the words has another cause than the wrong one of them. */
    private static void same(String key, String call, String expected, String seen) {
        String cause = WORDS.contains(seen) ? key : "kinds";
        Checks.that(
                cause,
                expected.equals(seen),
                call + " returns " + Checks.quoted(expected),
                "it returns " + Checks.quoted(seen));
    }

    private static void bothEnds(Socket socket) {
        String here = socket.getLocalAddress().getHostAddress() + ":" + socket.getLocalPort();
        String there = socket.getInetAddress().getHostAddress() + ":" + socket.getPort();
        String seen = Endpoints.bothEnds(socket);
        String expected = "here " + here + ", there " + there;
        if (("here " + there + ", there " + here).equals(seen)) {
            throw Checks.wrong("ends-swapped", expected, seen);
        }
        boolean slash = seen != null && seen.contains("/");
        Checks.that("java-slash", !slash, expected, seen);
        boolean bothPorts =
                seen != null && seen.contains(":" + socket.getLocalPort()) && seen.contains(":" + socket.getPort());
        boolean onePort =
                seen != null && (seen.contains(":" + socket.getLocalPort()) || seen.contains(":" + socket.getPort()));
        Checks.that("one-port-for-both", bothPorts || !onePort, expected, seen);
        Checks.equal("both-ends", expected, seen);
    }

    private interface Connection {
        void use(Socket client, Socket server);
    }

    private static void withConnection(InetAddress address, Connection connection) throws IOException {
        try (ServerSocket listener = new ServerSocket(0, 50, address);
                Socket client = new Socket(address, listener.getLocalPort());
                Socket server = listener.accept()) {
            connection.use(client, server);
        }
    }
}
