import chatlab.tutorials.grading.Checks;
import chatlab.tutorials.grading.Exercise;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** Checks a Diagnosis against a wrong name, a port that refuses, one that keeps silent, and servers of several kinds. */
public final class Check implements Exercise {
    private static final int LIMIT_MILLIS = 1_000;
    private static final Duration FAR_TOO_LATE = Duration.ofSeconds(4);
    private static final int TRIES = 10;

    private Checks checks;

    @Override
    public void check(Checks checks) throws Exception {
        this.checks = checks;
        checks.step("fine", this::fine);
        checks.step("unknown", this::unknown);
        checks.step("refused", this::refused);
        checks.step("no-answer", this::noAnswer);
        checks.step("silent", this::silent);
        checks.step("other", this::other);
        checks.step("closed", this::closed);
        checks.step("slow", () -> endless(1, 1, LIMIT_MILLIS / 20));
        checks.step("flood", this::flood);
        checks.step("open", this::open);
    }

    private void fine() throws Exception {
        try (ServerSocket server = server()) {
            startGreeter(server, "* CHAT/1 Room 12. You are guest1.\r\n");
            Diagnosis.Finding seen = diagnose("hang", server);
            Checks.equal("not-fine", Diagnosis.Finding.CHAT_SERVER, seen);
        }
    }

    /** The port was typed behind the address. Java knows without asking the network that this is no name. */
    private void unknown() throws Exception {
        Diagnosis.Finding seen = diagnose("hang", "127.0.0.1:8081", 8081);
        expect(
                seen == Diagnosis.Finding.REFUSED ? "everything-is-refused" : "wrong-finding",
                Diagnosis.Finding.UNKNOWN_HOST,
                seen,
                "the host \"127.0.0.1:8081\"");
    }

    private void refused() throws Exception {
        try (Socket owner = new Socket()) {
            owner.bind(new InetSocketAddress(loopback(), 0)); // it has a port, and does not listen
            Diagnosis.Finding seen = diagnose("hang", "127.0.0.1", owner.getLocalPort());
            expect(
                    seen == Diagnosis.Finding.NO_ANSWER ? "refused-is-firewall" : "wrong-finding",
                    Diagnosis.Finding.REFUSED,
                    seen,
                    "a port without a listener");
        }
    }

    /** A queue that is full does not answer any more, as a firewall does. Where a system refuses then, there is nothing to check. */
    private void noAnswer() throws Exception {
        List<Socket> waiting = new ArrayList<>();
        try (ServerSocket server = new ServerSocket(0, 1, loopback())) {
            if (fill(server, waiting)) {
                Diagnosis.Finding seen = diagnose("no-limit-for-connect", server);
                expect(
                        seen == Diagnosis.Finding.REFUSED ? "everything-is-refused" : "wrong-finding",
                        Diagnosis.Finding.NO_ANSWER,
                        seen,
                        "a machine that does not answer");
            }
        } finally {
            for (Socket socket : waiting) {
                socket.close();
            }
        }
    }

    private void silent() throws Exception {
        try (ServerSocket server = server()) {
            Diagnosis.Finding seen = diagnose("no-limit-for-greeting", server);
            String key = seen == Diagnosis.Finding.CHAT_SERVER
                    ? "connected-is-fine"
                    : seen == Diagnosis.Finding.NO_ANSWER ? "silence-is-no-answer" : "wrong-finding";
            expect(key, Diagnosis.Finding.NO_GREETING, seen, "a server that says nothing");
        }
    }

    private void other() throws Exception {
        try (ServerSocket server = server()) {
            startGreeter(server, "SSH-2.0-OpenSSH_9.2\r\n");
            Diagnosis.Finding seen = diagnose("hang", server);
            expect(
                    seen == Diagnosis.Finding.CHAT_SERVER ? "any-greeting-is-fine" : "wrong-finding",
                    Diagnosis.Finding.OTHER_SERVICE,
                    seen,
                    "a server that greets with \"SSH-2.0-OpenSSH_9.2\"");
        }
    }

    private void closed() throws Exception {
        try (ServerSocket server = server()) {
            startGreeter(server, "");
            Diagnosis.Finding seen;
            try {
                seen = diagnose("hang", server);
            } catch (NullPointerException e) {
                throw Checks.wrong(
                        "end-forgotten",
                        "NO_GREETING from a server that closes without a word",
                        "a NullPointerException");
            }
            expect(
                    seen == Diagnosis.Finding.OTHER_SERVICE ? "end-forgotten" : "wrong-finding",
                    Diagnosis.Finding.NO_GREETING,
                    seen,
                    "a server that closes without a word");
        }
    }

    /** Again where the thread that sends got no processor: then a read waited for its letter, and its own time-out ended it. */
    private void flood() throws Exception {
        boolean neverWaited = false;
        for (int i = 0; i < TRIES && !neverWaited; i++) {
            neverWaited = endless(1_000_000, 4_096, 1);
        }
    }

    /**
     * So many letters at first, so many more after each pause, and never a line end. Returns whether there were more letters
     * than the answer could read: then the thread that sends them was waiting in its write.
     */
    private boolean endless(int first, int count, int pauseMillis) throws Exception {
        byte[] start = "x".repeat(first).getBytes(StandardCharsets.US_ASCII);
        byte[] letters = "x".repeat(count).getBytes(StandardCharsets.US_ASCII);
        AtomicBoolean writing = new AtomicBoolean();
        try (ServerSocket server = server()) {
            Thread dripper = start(() -> {
                try (Socket client = server.accept()) {
                    client.getOutputStream().write(start);
                    while (true) {
                        writing.set(true);
                        client.getOutputStream().write(letters);
                        writing.set(false);
                        Thread.sleep(pauseMillis);
                    }
                }
            });
            Diagnosis.Finding seen;
            boolean more;
            try {
                seen = diagnose("time-for-each-read", server);
                more = writing.get();
            } catch (IllegalArgumentException e) {
                throw Checks.wrong("time-is-over", Diagnosis.Finding.NO_GREETING + " when the time is over", e);
            } finally {
                dripper.interrupt();
            }
            if (count == 1 || seen != Diagnosis.Finding.OTHER_SERVICE) { // enough letters for an answer with a limit
                expect("wrong-finding", Diagnosis.Finding.NO_GREETING, seen, "a server that never ends its line");
            }
            return more;
        }
    }

    private void open() throws Exception {
        try (ServerSocket server = server()) {
            diagnose("hang", server);
            try (Socket client = server.accept()) {
                checks.within("leaves-open", () -> awaitEnd(client));
            }
        }
    }

    private static void awaitEnd(Socket client) {
        try {
            client.getInputStream().read();
        } catch (IOException e) {
            // broken off: that is an end, too
        }
    }

    private static void expect(String key, Diagnosis.Finding expected, Diagnosis.Finding seen, String of) {
        Checks.that(key, seen == expected, expected + " for " + of, seen);
    }

    private Diagnosis.Finding diagnose(String keyOfHang, ServerSocket server) throws Exception {
        return diagnose(keyOfHang, "127.0.0.1", server.getLocalPort());
    }

    private Diagnosis.Finding diagnose(String keyOfHang, String host, int port) throws Exception {
        Diagnosis.Finding[] finding = new Diagnosis.Finding[1];
        checks.within(keyOfHang, FAR_TOO_LATE, () -> finding[0] = Diagnosis.of(host, port, LIMIT_MILLIS));
        return finding[0];
    }

    /** Connects until two attempts in a row are not answered. Says whether it came to that. */
    private static boolean fill(ServerSocket server, List<Socket> waiting) {
        int unanswered = 0;
        for (int i = 0; i < 20 && unanswered < 2; i++) {
            Socket socket = new Socket();
            waiting.add(socket);
            try {
                socket.connect(server.getLocalSocketAddress(), 250);
                unanswered = 0;
            } catch (SocketTimeoutException e) {
                unanswered++;
            } catch (IOException e) {
                return false;
            }
        }
        return unanswered == 2;
    }

    /** Greets one client, reads until that one closes, and closes. With nothing to say it closes at once. */
    private static void startGreeter(ServerSocket server, String greeting) {
        start(() -> {
            try (Socket client = server.accept()) {
                OutputStream out = client.getOutputStream();
                out.write(greeting.getBytes(StandardCharsets.UTF_8));
                if (!greeting.isEmpty()) {
                    client.getInputStream().read();
                }
            }
        });
    }

    private interface Work {
        void run() throws Exception;
    }

    private static Thread start(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (Exception e) {
                        // the client has closed, which ends it
                    }
                },
                "server");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static ServerSocket server() throws IOException {
        return new ServerSocket(0, 50, loopback());
    }

    private static InetAddress loopback() throws IOException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    }
}
