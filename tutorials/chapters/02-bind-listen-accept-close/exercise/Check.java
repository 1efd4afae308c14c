import chatlab.tutorials.grading.Checks;
import chatlab.tutorials.grading.Client;
import chatlab.tutorials.grading.Exercise;
import chatlab.tutorials.grading.Gate;
import chatlab.tutorials.grading.NoLine;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Opens servers, visits them, closes them while they wait, and asks for a port that is taken. */
public final class Check implements Exercise {
    @Override
    public void check(Checks checks) {
        Locale.setDefault(Locale.Category.FORMAT, Locale.ENGLISH); // in some others, String.format writes other digits
        checks.step("port", () -> port(checks));
        checks.step("listens", Check::listens);
        checks.step("only-loopback", Check::onlyLoopback);
        checks.step("greeting", Check::greeting);
        checks.step("hangs-up", Check::hangsUp);
        checks.step("returns", Check::returns);
        checks.step("closed-before", Check::closedBefore);
        checks.step("free-again", Check::freeAgain);
        checks.step("twice", Check::twice);
        checks.step("two", () -> two(checks));
        checks.step("taken", Check::taken);
    }

    private static void port(Checks checks) throws Exception {
        try (Opened server = Opened.onFreePort()) {
            Checks.equal(server.port, server.answer.port());
        }
        try (Opened server = new Opened(0)) {
            int port = server.answer.port();
            Checks.that("asked-port", port != 0, "a number from 1 to 65535", "port() returns 0");
            server.greet();
            try (Client visitor = Ports.visit(port)) {
                server.greets(
                        visitor, "new WelcomeServer(0), then greet(): a greeting at the port " + port + " of port()");
            }
            server.awaitAccept();
            checks.within("port", () -> Checks.equal(port, server.answer.port()));
        }
    }

    private static void listens() throws Exception {
        try (Opened server = Opened.onFreePort()) {
            List<Client> early = new ArrayList<>();
            for (int count = 1; count <= 10; count++) {
                early.add(Ports.visit(server.port));
            }
            server.greet();
            for (Client visitor : early) {
                server.greets(visitor, "each visitor that was there before greet() was called is greeted");
                visitor.close();
                if (visitor == early.get(0)) {
                    expectToGoOn(server);
                }
            }
            server.awaitAccept();
        }
    }

    private static void onlyLoopback() throws Exception {
        Opened server = Opened.onFreePort();
        server.greet();
        List<InetAddress> reached = new ArrayList<>();
        for (InetAddress other : Ports.otherAddresses()) {
            if (Ports.isReached(other, server.port)) {
                reached.add(other);
            }
        }
        server.close();
        server.awaitEnd();
        for (InetAddress address : reached) {
            boolean isAnotherProgram = Ports.isReached(address, server.port);
            Checks.that(
                    "all-interfaces",
                    isAnotherProgram,
                    "no client can connect to " + address.getHostAddress(),
                    "a visitor has connected to " + address.getHostAddress());
        }
    }

    private static void greeting() throws Exception {
        for (int count = 1; count <= 2; count++) { // each server counts from 1
            try (Opened server = Opened.onFreePort()) {
                server.greet();
                for (int number = 1; number <= 12; number++) {
                    try (Client visitor = Ports.visit(server.port)) {
                        Checks.equal("Welcome. You are visitor " + number + ".", visitor.line());
                    }
                    expectToGoOn(server);
                }
            }
        }
    }

    private static void expectToGoOn(Opened server) throws InterruptedException {
        server.awaitAccept();
        String cause = server.thrown == null ? "only-once" : "";
        Checks.that(cause, !server.ended, "greet() waits for the next visitor", server.result());
    }

    private static void hangsUp() throws Exception {
        try (Opened server = Opened.onFreePort()) {
            server.greet();
            for (int number = 1; number <= 2; number++) {
                try (Client visitor = Ports.visit(server.port)) {
                    String line = visitor.line();
                    String end = "the end of the connection after " + Checks.quoted(line);
                    Checks.that("left-open", !visitor.isSilent(), end, "no end: the connection stays open");
                    String more = visitor.line();
                    Checks.that(more == null, end, Checks.quoted(more));
                    Checks.that(
                            Checks.comesTrue(() -> isRefused(visitor)),
                            "what the visitor sends now is refused: the connection is closed in both directions",
                            "the system of the server still takes it");
                }
                server.awaitAccept();
            }
        }
    }

    private static boolean isRefused(Client visitor) {
        try {
            visitor.sendRaw((byte) '?');
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private static void returns() throws Exception {
        Opened server = Opened.onFreePort();
        server.greet();
        try (Client visitor = Ports.visit(server.port)) {
            visitor.line();
        }
        server.awaitAccept(); // so that close() finds it where it is hard to end
        server.close();
        if (!server.awaitEnd()) {
            throw Checks.wrong(whyAlive(server), "greet() returns", "greet() goes on after close()");
        }
        String cause = server.thrown instanceof IOException ? "closed-is-an-error" : "";
        Checks.that(cause, server.thrown == null, "greet() returns", server.result());
    }

    private static String whyAlive(Opened server) throws IOException {
        boolean isInAccept = server.isInAccept(); // before a visitor wakes it
        boolean isInterrupted = server.greeting.isInterrupted();
        if (!Ports.isReached(Ports.LOOPBACK, server.port)) {
            return "goes-on-after-close";
        }
        return isInterrupted ? "interrupt" : isInAccept ? "still-open" : "";
    }

    private static void closedBefore() throws Exception {
        Opened server = Opened.onFreePort();
        server.close();
        server.begin();
        boolean returns = server.awaitEnd();
        String seen = returns ? server.result() : "greet() does not return";
        Checks.that(returns && server.thrown == null, "close(), then greet(): greet() returns", seen);
    }

    private static void freeAgain() throws Exception {
        Opened unused = Opened.onFreePort();
        unused.close();
        openAgain(unused.port);

        Opened used = Opened.onFreePort();
        used.greet();
        try (Client visitor = Ports.visit(used.port)) {
            visitor.line();
            visitor.isSilent(); // the server ends the connection first, and the system remembers that for a while
        }
        used.awaitAccept();
        used.close();
        used.awaitEnd();
        openAgain(used.port);
    }

    private static void openAgain(int port) throws Exception {
        try (Opened again = new Opened(port)) {
            again.greet();
        } catch (IOException e) {
            throw Checks.wrong("after close(), new WelcomeServer(" + port + ") opens the same port", "it throws " + e);
        }
    }

    private static void twice() throws Exception {
        Opened unused = Opened.onFreePort();
        unused.close();
        closeAgain(unused);

        Opened used = Opened.onFreePort();
        used.greet();
        used.close();
        Checks.comesTrue(used.nextJob::isEntered);
        try (ServerSocketChannel next = ServerSocketChannel.open()) { // another program that has the port now
            next.configureBlocking(false);
            next.bind(new InetSocketAddress(Ports.LOOPBACK, used.port));
            closeAgain(used);
            SocketChannel visitor = next.accept();
            Checks.that(visitor == null, "the second close() does nothing", "it connects to port " + used.port);
        } catch (BindException e) {
            closeAgain(used); // whether the port is free is a step of its own
        }
        used.nextJob.open();
        used.greeting.join();
        Checks.that(!used.disturbed, "the second close() does nothing", "it interrupts the thread that was in greet()");
    }

    private static void closeAgain(Opened server) {
        try {
            server.close();
        } catch (IOException | RuntimeException e) {
            throw Checks.wrong("the second close() throws nothing", "it throws " + e);
        }
    }

    private static void two(Checks checks) throws Exception {
        checks.within("two", () -> {
            Opened first = Opened.onFreePort();
            try (Opened second = Opened.onFreePort()) {
                Checks.equal(first.port, first.answer.port());
                first.greet();
                second.greet();
                second.expectGreeting();
                first.expectGreeting();
                first.close();
                second.awaitAccept();
                Checks.that(!second.ended, "the other server goes on", "there, " + second.result());
                second.expectGreeting();
            }
        });
    }

    private static void taken() throws Exception {
        for (int count = 1; count <= 2; count++) { // two ports, so that no number fits both
            try (ServerSocket other = new ServerSocket(0, 50, Ports.LOOPBACK)) {
                expectTaken(other.getLocalPort(), "a ServerSocket");
            }
        }
        try (Opened other = Opened.onFreePort()) {
            other.greet();
            expectTaken(other.port, "another WelcomeServer");
        }
    }

    private static void expectTaken(int port, String by) throws IOException {
        String words = "Port " + port + " is taken.";
        String expected = by + " has the port: new WelcomeServer(" + port + ") throws an IOException: " + words;
        try (WelcomeServer server = new WelcomeServer(port)) {
            throw Checks.wrong(
                    expected,
                    "it throws nothing and returns a " + server.getClass().getSimpleName());
        } catch (IOException e) {
            Checks.that(words.equals(e.getMessage()), expected, "it throws " + e);
        }
    }

    /** A server, and the thread that is in its greet(). */
    private static final class Opened implements AutoCloseable {
        final WelcomeServer answer;
        final int port;
        volatile Throwable thrown;
        volatile boolean ended;
        final Gate closed = new Gate();
        final Gate nextJob = new Gate();
        volatile boolean disturbed;
        final Thread greeting = new Thread(this::greetUntilClosed, "greeting");

        Opened(int port) throws IOException {
            this.port = port;
            this.answer = new WelcomeServer(port);
        }

        /** Asks for this port by its number: what happens to the number 0 is a step of its own. */
        static Opened onFreePort() throws IOException {
            while (true) {
                int port = Ports.free();
                try {
                    return new Opened(port);
                } catch (IOException e) {
                    if (Ports.isFree(port)) { // otherwise another program was faster
                        throw e;
                    }
                }
            }
        }

        private void greetUntilClosed() {
            try {
                answer.greet();
            } catch (Throwable e) {
                thrown = e;
            }
            ended = true;
            closed.enter();
            Thread.interrupted(); // the first close() may interrupt this thread, the second one may not
            nextJob.enter(); // like a thread of a pool, which goes on to other work
            disturbed = Thread.interrupted();
        }

        void begin() {
            greeting.setDaemon(true);
            greeting.start();
        }

        /** Comes back when visitors can come, even to a server that begins to listen only now. */
        void greet() throws InterruptedException {
            begin();
            awaitAccept();
        }

        void awaitAccept() throws InterruptedException {
            Checks.comesTrue(() -> ended || isInAccept());
        }

        /** False if it does not end. Until then, the system may keep the port for the thread that was in accept(). */
        boolean awaitEnd() throws InterruptedException {
            return Checks.comesTrue(() -> ended);
        }

        /** Either greet() itself, or a thread that it has made. */
        boolean isInAccept() {
            return Thread.getAllStackTraces().entrySet().stream()
                    .filter(entry -> entry.getKey() == greeting
                            || !entry.getKey().getName().equals(greeting.getName()))
                    .flatMap(entry -> Arrays.stream(entry.getValue()))
                    .anyMatch(frame -> frame.getClassName().contains("ServerSocket")
                            && frame.getMethodName().equals("accept"));
        }

        void expectGreeting() throws IOException {
            try (Client visitor = Ports.visit(port)) {
                greets(visitor, "greet() greets a visitor");
            }
        }

        void greets(Client visitor, String expected) throws IOException {
            try {
                Checks.that(visitor.line() != null, expected, "the connection ends without a word");
            } catch (NoLine e) {
                Checks.that(!ended, expected, "no greeting: " + result());
                throw e;
            }
        }

        String result() {
            return thrown == null ? "greet() returns" : "greet() throws " + thrown;
        }

        @Override
        public void close() throws IOException {
            answer.close();
            Thread.interrupted(); // in case that it has interrupted the thread which has made it: this one
            closed.open();
        }
    }

    /** Ports and addresses of this machine. */
    private static final class Ports {
        static final InetAddress LOOPBACK = address(127, 0, 0, 1);

        /** The systems choose ports above these by themselves, so no program gets one of them by chance. */
        private static final int FIRST = 15_000;

        private static final int COUNT = 5_000; // the tests of the course take the next ones
        private static final int CONNECT_MS = 3_000;
        private static final Random RANDOM = new Random();

        static int free() {
            int port;
            do {
                port = FIRST + RANDOM.nextInt(COUNT);
            } while (!isFree(port));
            return port;
        }

        /** On all addresses. */
        static boolean isFree(int port) {
            try (ServerSocket all = new ServerSocket(port)) {
                return all.isBound();
            } catch (IOException e) {
                return false;
            }
        }

        static Client visit(int port) throws IOException {
            try {
                return Client.connect(port);
            } catch (ConnectException | SocketTimeoutException | IllegalArgumentException e) {
                throw Checks.wrong("a visitor can connect to port " + port + " of 127.0.0.1", e.getMessage());
            }
        }

        /** Some that are not 127.0.0.1. A server on all addresses is at each of them. */
        static List<InetAddress> otherAddresses() throws IOException {
            List<InetAddress> others = new ArrayList<>();
            try (ServerSocket test = new ServerSocket(0, 1, address(127, 0, 0, 2))) {
                others.add(test.getInetAddress());
            } catch (IOException e) {
                // a Mac does not have this one
            }
            NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> !address.equals(LOOPBACK))
                    .sorted(Comparator.comparing(address -> address.getAddress().length)) // IPv4 first
                    .limit(2)
                    .forEach(others::add);
            return others;
        }

        static boolean isReached(InetAddress address, int port) throws IOException {
            try (Socket visitor = new Socket()) {
                visitor.connect(new InetSocketAddress(address, port), CONNECT_MS);
                return true;
            } catch (IOException e) {
                return false;
            }
        }

        private static InetAddress address(int a, int b, int c, int d) {
            try {
                return InetAddress.getByAddress(new byte[] {(byte) a, (byte) b, (byte) c, (byte) d});
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
