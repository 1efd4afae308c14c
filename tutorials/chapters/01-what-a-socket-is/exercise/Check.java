import chatlab.tutorials.grading.Checks;
import chatlab.tutorials.grading.Exercise;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Asks for the kind of addresses and ports in all ranges, and for both ends of connections between several machines. */
public final class Check implements Exercise {
    /** The first and the last addresses of a range, and numbers that mean something only at the beginning of an address. */
    private static final List<String> ENDINGS =
            List.of(".0.0", ".0.1", ".2.1", ".10.127", ".16.31", ".168.16", ".192.168", ".255.254", ".255.255");

    private static final int[] TELLING = {0, 10, 15, 16, 31, 32, 127, 168, 172, 192, 255};
    private static final int[] ANY = range(0, 255);

    /** With these, some addresses are private, or are taken for private ones. */
    private static final Set<Integer> OFTEN_CONFUSED = Set.of(100, 169, 172, 192, 198);

    @Override
    public void check(Checks checks) {
        Locale.setDefault(Locale.Category.FORMAT, Locale.ENGLISH); // in some others, String.format writes other digits
        checks.step("loopback", Check::loopback);
        checks.step("private-10", () -> isPrivate(10, ANY));
        checks.step("private-172", () -> isPrivate(172, range(16, 31)));
        checks.step("private-192", () -> isPrivate(192, 168));
        checks.step("other", Check::other);
        checks.step("well-known", () -> ports("well-known", 1, 1023));
        checks.step("free", Check::freeToChoose);
        checks.step("no-port", Check::noPort);
        checks.step("form", Check::form);
        checks.step("here", Check::here);
        checks.step("there", Check::there);
    }

    private static void loopback() throws Exception {
        address("loopback", "127.0.0.1", "");
        boolean others = false;
        for (int second : ANY) {
            others |= isKind("loopback", "127." + second + ".0.2");
        }
        String cause = others ? "" : "one-loopback";
        address("loopback", "127.0.0.2", cause);
        each(127, ANY, address -> address("loopback", address, cause));
        allEndings(127, ANY, address -> address("loopback", address, cause));
    }

    private static void isPrivate(int first, int... seconds) throws Exception {
        each(first, seconds, address -> address("private", address, ""));
        allEndings(first, seconds, address -> address("private", address, ""));
    }

    private static void other() throws Exception {
        boolean allOf172 = isKind("private", "172.15.0.1") && isKind("private", "172.32.0.1");
        for (int first : ANY) {
            for (int second : OFTEN_CONFUSED.contains(first) ? ANY : TELLING) {
                boolean isOther = first != 127
                        && first != 10
                        && !(first == 172 && second >= 16 && second <= 31)
                        && !(first == 192 && second == 168);
                if (isOther) {
                    String cause = allOf172 && first == 172 ? "all-of-172" : beginningOfText(first + "." + second);
                    each(first, new int[] {second}, address -> address("other", address, cause));
                }
            }
        }
        allEndings(8, ANY, address -> address("other", address, ""));
    }

    /** Proved when 172.160 passes for 172.16, up to 172.169, or 100 for 10, up to 109, though others are told apart. */
    private static String beginningOfText(String twoNumbers) throws Exception {
        for (String begin : List.of("172.16", "172.17", "172.18", "172.19", "10")) {
            if (twoNumbers.startsWith(begin)) {
                boolean proved = true;
                for (int digit = 0; digit <= 9; digit++) {
                    proved &= isKind("private", begin + digit + (begin.equals("10") ? ".7" : "") + ".0.1");
                }
                return proved ? "beginning-of-text" : "";
            }
        }
        return "";
    }

    private static void ports(String expected, int first, int last) throws Exception {
        for (int port = first; port <= last; port++) {
            port(expected, port);
        }
    }

    private static void freeToChoose() throws Exception {
        try (ServerSocket inUse = new ServerSocket(0)) {
            port("free to choose", inUse.getLocalPort());
            ports("free to choose", 1024, 65535);
        }
    }

    private static void noPort() throws Exception {
        ports("no port", -65536, 0);
        ports("no port", 65536, 2 * 65536);
        for (int bit = 17; bit <= 31; bit++) { // these are ports again when their higher bits are cut off
            port("no port", (1 << bit) + 80);
            port("no port", (1 << bit) + 8081);
        }
        port("no port", Integer.MAX_VALUE);
        port("no port", Integer.MIN_VALUE);
    }

    private static void port(String expected, int port) throws Exception {
        String seen = Endpoints.kindOfPort(port);
        if (!expected.equals(seen)) {
            throw wrong("kindOfPort(" + port + ")", expected, seen, "");
        }
    }

    private static void address(String expected, String address, String cause) throws Exception {
        String seen = Endpoints.kindOfAddress(address);
        if (!expected.equals(seen)) {
            throw wrong("kindOfAddress(" + Checks.quoted(address) + ")", expected, seen, cause);
        }
    }

    private static boolean isKind(String kind, String address) throws Exception {
        return kind.equals(Endpoints.kindOfAddress(address));
    }

    private static Error wrong(String call, String expected, String seen, String cause) {
        return Checks.wrong(cause, call + " returns " + Checks.quoted(expected), "it returns " + Checks.quoted(seen));
    }

    private interface Use {
        void address(String address) throws Exception;
    }

    private static void each(int first, int[] seconds, Use use) throws Exception {
        for (int second : seconds) {
            for (String ending : ENDINGS) {
                use.address(first + "." + second + ending);
            }
        }
    }

    /** Each number as the third one and as the fourth one. */
    private static void allEndings(int first, int[] seconds, Use use) throws Exception {
        for (int number : ANY) {
            use.address(first + "." + seconds[number % seconds.length] + "." + number + "." + (255 - number));
        }
    }

    private static int[] range(int first, int last) {
        return IntStream.rangeClosed(first, last).toArray();
    }

    private static void form() throws Exception {
        Pattern form = Pattern.compile("here (\\d+\\.){3}\\d+:\\d+, there (\\d+\\.){3}\\d+:\\d+");
        for (Connected socket : Connected.several()) {
            String seen = Endpoints.bothEnds(socket);
            if (seen == null || !form.matcher(seen).matches()) {
                boolean slashes = seen != null && socket.asJavaPrintsIt().equals(seen);
                throw Checks.wrong(slashes ? "java-slash" : "", Checks.quoted(socket.inWords()), Checks.quoted(seen));
            }
        }
    }

    private static void here() throws Exception {
        Pattern behindHere = Pattern.compile("\\bhere\\b(.*?)(\\bthere\\b.*|$)", Pattern.DOTALL);
        boolean swapped = true;
        for (Connected socket : Connected.several()) {
            swapped &= socket.otherEnd().inWords().equals(Endpoints.bothEnds(socket));
        }
        for (Connected socket : Connected.several()) {
            end(behindHere, socket.here(), socket, swapped ? "ends-swapped" : "");
        }
    }

    private static void there() throws Exception {
        Pattern behindThere = Pattern.compile("\\bthere\\b(.*?)(\\bhere\\b.*|$)", Pattern.DOTALL);
        for (Connected socket : Connected.several()) {
            end(behindThere, socket.there(), socket, "");
        }
    }

    /** Looks for one end behind its word, whatever else is written there: how it is written is a step of its own. */
    private static void end(Pattern behind, String end, Connected socket, String cause) throws Exception {
        String seen = Endpoints.bothEnds(socket);
        Matcher found = behind.matcher(seen == null ? "" : seen);
        boolean ok = found.find()
                && Pattern.compile("(?<![\\d.])" + Pattern.quote(end) + "(?!\\d)")
                        .matcher(found.group(1))
                        .find();
        Checks.that(cause, ok, Checks.quoted(socket.inWords()), Checks.quoted(seen));
    }

    /** One end of a connection between any two machines, as a Socket shows it. There is no connection behind it. */
    private static final class Connected extends Socket {
        private final InetSocketAddress here;
        private final InetSocketAddress there;

        private Connected(InetSocketAddress here, InetSocketAddress there) {
            this.here = here;
            this.there = there;
        }

        /** Both ends of connections: between two machines, on one machine, with equal ports, and with each kind of address. */
        static List<Connected> several() throws UnknownHostException {
            InetSocketAddress server = endpoint("server", 192, 168, 55, 13, 8081);
            InetSocketAddress ada = endpoint("ada", 192, 168, 55, 20, 50412);
            InetSocketAddress onServer = endpoint("server", 192, 168, 55, 13, 41000);
            InetSocketAddress bob = endpoint("bob", 10, 0, 0, 7, 8081);
            InetSocketAddress loopback = endpoint("localhost", 127, 0, 0, 1, 8081);
            InetSocketAddress alone = endpoint("localhost", 127, 0, 0, 1, 50412);
            return List.of(
                    new Connected(server, ada),
                    new Connected(ada, server),
                    new Connected(server, onServer),
                    new Connected(onServer, server),
                    new Connected(server, bob),
                    new Connected(bob, server),
                    new Connected(loopback, alone),
                    new Connected(alone, loopback));
        }

        private static InetSocketAddress endpoint(String name, int a, int b, int c, int d, int port)
                throws UnknownHostException {
            byte[] numbers = {(byte) a, (byte) b, (byte) c, (byte) d};
            return new InetSocketAddress(InetAddress.getByAddress(name, numbers), port);
        }

        Connected otherEnd() {
            return new Connected(there, here);
        }

        String here() {
            return text(here);
        }

        String there() {
            return text(there);
        }

        private static String text(InetSocketAddress end) {
            return end.getAddress().getHostAddress() + ":" + end.getPort();
        }

        String inWords() {
            return "here " + here() + ", there " + there();
        }

        String asJavaPrintsIt() {
            return "here " + here + ", there " + there;
        }

        @Override
        public InetAddress getLocalAddress() {
            return here.getAddress();
        }

        @Override
        public int getLocalPort() {
            return here.getPort();
        }

        @Override
        public SocketAddress getLocalSocketAddress() {
            return here;
        }

        @Override
        public InetAddress getInetAddress() {
            return there.getAddress();
        }

        @Override
        public int getPort() {
            return there.getPort();
        }

        @Override
        public SocketAddress getRemoteSocketAddress() {
            return there;
        }

        @Override
        public boolean isBound() {
            return true;
        }

        @Override
        public boolean isConnected() {
            return true;
        }

        @Override
        public String toString() {
            return "Socket[addr=" + there.getAddress() + ",port=" + there.getPort() + ",localport=" + here.getPort()
                    + "]";
        }
    }
}
