import chatlab.tutorials.grading.Checks;
import chatlab.tutorials.grading.Client;
import chatlab.tutorials.grading.Exercise;
import chatlab.tutorials.grading.NoLine;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/** Lets one client talk, then several in turns, and looks at the threads meanwhile. */
public final class Check implements Exercise {
    @Override
    public void check(Checks checks) {
        checks.step("alone", () -> alone(checks));
        checks.step("leaves", () -> leaves(checks));
        checks.step("together", () -> together(checks));
        checks.step("names", () -> names(checks));
        checks.step("breaks", () -> breaks(checks));
        checks.step("closes", Check::closes);
    }

    private static void alone(Checks checks) throws Exception {
        try (Server server = new Server();
                Client ada = server.connect()) {
            if (!ada.isSilent()) {
                String line = ada.line();
                String expected = "nothing happens before ada has sent a line";
                Checks.that("closed-too-soon", line != null, expected, "the connection ends");
                throw Checks.wrong("answer", expected, Checks.quoted(line));
            }
            for (int number = 1; number <= 3; number++) {
                ada.send("line of ada");
                String expected = number + ": line of ada";
                checks.within("kept-back", () -> Checks.equal("answer", expected, ada.line()));
            }
        }
    }

    private static void leaves(Checks checks) throws Exception {
        try (Server server = new Server();
                Client ada = server.connect()) {
            ada.send("that is all");
            checks.within("kept-back", () -> Checks.equal("answer", "1: that is all", ada.line()));
            ada.endOutput();
            checks.within("left-open", () -> {
                String line = ada.line();
                String key = line != null && line.contains("null") ? "says-null" : "answer";
                Checks.equal(key, null, line);
            });
        }
    }

    private static void together(Checks checks) throws Exception {
        try (Server server = new Server();
                Client ada = server.connect()) {
            Talk talk = new Talk(checks, server);
            talk.exchange(ada, 1, "ada");
            try (Client bob = server.connect()) {
                talk.exchange(bob, 1, "bob", ada);
                talk.exchange(ada, 2, "ada", bob);
                try (Client dan = server.connect(); // dan says nothing
                        Client cyd = server.connect()) {
                    talk.exchange(cyd, 1, "cyd", ada, bob, dan);
                    for (int round = 0; round < 3; round++) {
                        talk.exchange(bob, round + 2, "bob", ada, cyd, dan);
                        talk.exchange(ada, round + 3, "ada", bob, cyd, dan);
                        talk.exchange(cyd, round + 2, "cyd", ada, bob, dan);
                    }
                }
            }
        }
    }

    private static void names(Checks checks) throws Exception {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        try (Server server = new Server();
                Client ada = server.connect();
                Client bob = server.connect()) {
            Talk talk = new Talk(checks, server);
            talk.exchange(ada, 1, "ada");
            talk.exchange(bob, 1, "bob", ada);
            List<String> names = Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> !before.contains(thread) && server.started(thread))
                    .map(Thread::getName)
                    .sorted()
                    .collect(Collectors.toList());
            boolean ok = names.containsAll(List.of("client 1", "client 2"));
            Checks.that("no-names", ok, "threads with the names [client 1, client 2]", names);
        }
    }

    private static void breaks(Checks checks) throws Exception {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        try (Server server = new Server();
                Client ada = server.connect();
                Client bob = server.connect()) {
            Talk talk = new Talk(checks, server);
            talk.exchange(ada, 1, "ada");
            talk.exchange(bob, 1, "bob", ada);
            ada.reset();
            boolean ended = Checks.comesTrue(() -> Thread.getAllStackTraces().keySet().stream()
                    .noneMatch(thread ->
                            !before.contains(thread) && thread.getName().equals("client 1")));
            if (!ended) {
                Checks.equal("spins-on-error", "the thread \"client 1\" ends", "it runs on");
            }
            Checks.that("ends-with-one", server.isAlive(), "acceptAll() goes on", server.result());
            talk.exchange(bob, 2, "bob");
            try (Client cyd = server.connect()) {
                talk.exchange(cyd, 1, "cyd", bob);
            }
        }
    }

    private static void closes() throws Exception {
        Server server = new Server();
        server.connect().close();
        Checks.comesTrue(server::isInAccept);
        server.close();
        boolean ended = Checks.comesTrue(() -> !server.isAlive());
        Checks.that("goes-on-after-close", ended, "acceptAll() returns", "it goes on");
        Checks.that("closed-is-an-error", server.thrown() == null, "acceptAll() returns", server.result());
    }

    /** A thread of a pool, which has done its work and waits for more, is not. */
    private static boolean isBusy(Thread thread) {
        return Arrays.stream(thread.getStackTrace()).anyMatch(frame -> frame.getModuleName() == null);
    }

    /** Clients that send and read in turns. Says why when an answer does not come. */
    private static final class Talk {
        private final Checks checks;
        private final Server server;

        Talk(Checks checks, Server server) {
            this.checks = checks;
            this.server = server;
        }

        void exchange(Client client, int number, String who, Client... others) throws Exception {
            client.send("line of " + who);
            String line;
            try {
                line = client.line();
            } catch (NoLine e) {
                for (Client other : others) {
                    if (!other.isSilent()) {
                        throw wrongClient(who);
                    }
                }
                boolean wasServed = number > 1 && others.length > 0; // so it has a thread
                if (wasServed) {
                    throw wrongClient(who);
                }
                checks.within(server.whyNoAnswer(), client::line);
                throw e;
            }
            if (line != null && !line.endsWith(": line of " + who)) {
                throw wrongClient(who);
            }
            boolean otherNumber = line != null && line.matches("\\d+: line of " + who);
            Checks.equal(otherNumber ? "shared-count" : "answer", number + ": line of " + who, line);
        }

        private static Error wrongClient(String who) {
            return Checks.wrong(
                    "another-clients-answer",
                    "the answer goes to " + who + ", who has sent the line",
                    "it went astray");
        }
    }

    /** The student's server, with a thread that is in acceptAll(). */
    private static final class Server implements AutoCloseable {
        private final ThreadedEcho echo = new ThreadedEcho();
        private final AtomicReference<Throwable> thrown = new AtomicReference<>();
        private final Thread thread = new Thread(this::acceptAll, "acceptor");

        Server() throws IOException {
            thread.setDaemon(true);
            thread.start();
        }

        private void acceptAll() {
            try {
                echo.acceptAll();
            } catch (Throwable e) {
                thrown.set(e);
            }
        }

        Client connect() throws IOException {
            return Client.connect(echo.port());
        }

        boolean isAlive() {
            return thread.isAlive();
        }

        Throwable thrown() {
            return thrown.get();
        }

        String result() {
            return thrown() == null ? "it returns" : "it throws " + thrown();
        }

        /** Whether a thread is one of the student's, and not one that the check itself has started. */
        boolean started(Thread other) {
            return other != thread && !other.getName().equals("check");
        }

        boolean isInAccept() {
            return frames("accept") > 0;
        }

        String whyNoAnswer() {
            if (frames("join") > 0) {
                return "waits-for-the-thread";
            }
            boolean another = frames("run") > 1; // the first run is that of the acceptor itself
            return another ? "run-instead-of-start" : "one-at-a-time";
        }

        private long frames(String method) {
            return Arrays.stream(thread.getStackTrace())
                    .filter(frame -> frame.getClassName().startsWith("java."))
                    .filter(frame -> frame.getMethodName().equals(method))
                    .count();
        }

        @Override
        public void close() throws IOException {
            echo.close();
        }
    }
}
