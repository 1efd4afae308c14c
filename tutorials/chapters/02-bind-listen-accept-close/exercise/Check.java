import chatlab.tutorials.grading.Checks;
import chatlab.tutorials.grading.Client;
import chatlab.tutorials.grading.Exercise;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;

/** Opens servers, visits them, closes one while it waits, and tries one whose port is taken. */
public final class Check implements Exercise {
    @Override
    public void check(Checks checks) {
        checks.step("free-port", () -> freePort(checks));
        checks.step("greets", () -> greets(checks));
        checks.step("closes", () -> closes(checks));
        checks.step("taken", Check::taken);
    }

    private static void freePort(Checks checks) throws Exception {
        try (WelcomeServer server = open(checks)) {
            int port = server.port();
            Checks.that("asked-port", port != 0, "a number from 1 to 65535", "port() returns 0");
            visit(port).close();
        }
    }

    private static void greets(Checks checks) throws Exception {
        try (WelcomeServer server = open(checks)) {
            Greeting greeting = new Greeting(server);
            for (int number = 1; number <= 3; number++) {
                if (number == 2) {
                    greeting.awaitAcceptOrEnd();
                    Checks.that(
                            "only-once", greeting.isAlive(), "greet() waits for the next visitor", greeting.result());
                }
                visit(checks, server.port(), number);
            }
        }
    }

    private static void visit(Checks checks, int port, int number) throws Exception {
        try (Client visitor = visit(port)) {
            checks.within("nothing-said", () -> {
                String line = visitor.line();
                Checks.that("nothing-said", line != null, "a greeting", "the connection ends without a word");
                Checks.equal("greeting", "Welcome. You are visitor " + number + ".", line);
            });
            checks.within("left-open", () -> Checks.equal("greeting", null, visitor.line()));
        }
    }

    private static void closes(Checks checks) throws Exception {
        WelcomeServer server = open(checks);
        int port = server.port();
        Greeting greeting = new Greeting(server);
        visit(checks, port, 1);
        greeting.awaitAcceptOrEnd();
        server.close();
        if (!Checks.comesTrue(() -> !greeting.isAlive())) {
            throw Checks.wrong(greeting.whyAlive(port), "greet() returns", "greet() goes on after close()");
        }
        Checks.that("closed-is-an-error", greeting.thrown() == null, "greet() returns", greeting.result());
    }

    private static void taken() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            String words = "Port " + other.getLocalPort() + " is taken.";
            String expected = "new WelcomeServer(" + other.getLocalPort() + ") throws an IOException: " + words;
            try (WelcomeServer server = new WelcomeServer(other.getLocalPort())) {
                throw Checks.wrong("no-exception", expected, "it throws nothing and returns " + server.getClass());
            } catch (IOException e) {
                Checks.that("plain-words", words.equals(e.getMessage()), expected, "it throws " + e);
            }
        }
    }

    private static WelcomeServer open(Checks checks) throws Exception {
        AtomicReference<WelcomeServer> server = new AtomicReference<>();
        checks.within("accepts-in-constructor", () -> server.set(new WelcomeServer(0)));
        return server.get();
    }

    private static Client visit(int port) throws IOException {
        try {
            return Client.connect(port);
        } catch (ConnectException | IllegalArgumentException e) {
            throw Checks.wrong("not-listening", "a visitor can connect to port " + port, e.getMessage());
        }
    }

    /** The thread that is in greet(). */
    private static final class Greeting {
        private final AtomicReference<Throwable> thrown = new AtomicReference<>();
        private final Thread thread;

        Greeting(WelcomeServer server) {
            thread = new Thread(
                    () -> {
                        try {
                            server.greet();
                        } catch (Throwable e) {
                            thrown.set(e);
                        }
                    },
                    "greeting");
            thread.setDaemon(true);
            thread.start();
        }

        /** So that close() finds it where it is hard to end. */
        void awaitAcceptOrEnd() throws InterruptedException {
            Checks.comesTrue(() -> !thread.isAlive() || isInAccept());
        }

        private boolean isInAccept() {
            return Arrays.stream(thread.getStackTrace())
                    .anyMatch(frame -> frame.getClassName().equals("java.net.ServerSocket")
                            && frame.getMethodName().equals("accept"));
        }

        boolean isAlive() {
            return thread.isAlive();
        }

        Throwable thrown() {
            return thrown.get();
        }

        String result() {
            return thrown() == null ? "greet() returns" : "greet() throws " + thrown();
        }

        String whyAlive(int port) throws IOException {
            if (thread.isInterrupted()) {
                return "interrupt";
            }
            try {
                Client.connect(port).close();
                return "still-open";
            } catch (ConnectException e) {
                return "goes-on-after-close";
            }
        }
    }
}
