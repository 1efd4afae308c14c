import chatlab.tutorials.grading.Checks;
import chatlab.tutorials.grading.Exercise;
import chatlab.tutorials.grading.FullDoor;
import chatlab.tutorials.grading.Step;
import chatlab.tutorials.grading.Wrong;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** Checks a Diagnosis against names, ports and servers of many kinds, all of them on this machine. */
public final class Check implements Exercise {
    private static final Duration FAR_TOO_LATE = Duration.ofSeconds(20);
    private static final int A_MINUTE = 60_000;

    /** A text with this letter is sent in ISO 8859-1. Its byte there is never a part of UTF-8. */
    private static final String NO_UTF_8 = "\u00fc";

    /** Names for this check alone: with this file, Java asks no network. It is read before any name is looked up. */
    private static final Path HOSTS = hostsFile();

    private static final String KNOWN_NAME = "room12.example";
    private static final String UNKNOWN_NAME = "room13.example";

    private Checks checks;
    private String step;
    /** It is full when an answer tries to connect, and open afterwards. */
    private FullDoor door;

    @Override
    public void check(Checks checks) throws Exception {
        this.checks = checks;
        door = new FullDoor();
        try {
            step("unknown", this::unknown);
            step("refused", this::refused);
            step("no-answer", this::noAnswer);
            step("silent", this::silent);
            step("closed", this::closed);
            step("other", this::other);
            step("fine", this::fine);
            step("at-once", this::atOnce);
            step("limit", this::limit);
            step("closes", this::closes);
            step("prints", this::prints);
        } finally {
            door.close();
            Files.deleteIfExists(HOSTS);
        }
    }

    private void step(String key, Step body) {
        checks.step(key, () -> {
            step = key;
            body.run();
        });
    }

    /** Also with the port typed behind the address, and texts that are no names: with an empty or a long part, or a blank. */
    private void unknown() throws Exception {
        for (String host :
                List.of(UNKNOWN_NAME, "127.0.0.1:8081", "room13..example", ".example", "x".repeat(64), "room 13")) {
            expect(Diagnosis.Finding.UNKNOWN_HOST, diagnose(host, 8081, A_MINUTE), "the host " + Checks.quoted(host));
        }
    }

    private void refused() throws Exception {
        try (Socket owner = new Socket()) {
            owner.bind(new InetSocketAddress(loopback(), 0)); // it has a port, and does not listen
            int port = owner.getLocalPort();
            expect(Diagnosis.Finding.REFUSED, diagnose("127.0.0.1", port, A_MINUTE), "a port without a listener");
        }
    }

    private void noAnswer() throws Exception {
        if (hasNoWayTo("224.0.0.1")) {
            expect(
                    Diagnosis.Finding.NO_ANSWER,
                    diagnose("224.0.0.1", 8081, A_MINUTE),
                    "an address to which this machine knows no way");
        }
        if (door.isFull()) {
            Diagnosis.Finding seen = diagnose("127.0.0.1", door.port(), 200);
            if (door.isFull()) {
                expect(Diagnosis.Finding.NO_ANSWER, seen, "a machine that does not answer for 200 ms");
            }
        }
        inBackground(() -> door.openAfter(0));
    }

    private void silent() throws Exception {
        atTheSameTime(
                () -> silent("says nothing", ""),
                () -> silent("sends \"* CHAT/1 Room\" without a line end", "* CHAT/1 Room"),
                () -> silent("sends \"SSH\" without a line end", "SSH"),
                () -> silent("sends \"SSH\\r\" without a \\n", "SSH\r"));
    }

    private void silent(String what, String sent) throws Exception {
        thrice(() -> silentOnce(what, sent));
    }

    private void silentOnce(String what, String sent) throws Exception {
        try (Server server = new Server(client -> {
            send(client, sent);
            client.getInputStream().read(); // until the other side closes
        })) {
            expect(Diagnosis.Finding.NO_GREETING, diagnose(server, 500), "a server that " + what + " for 500 ms");
        }
    }

    private void closed() throws Exception {
        for (String sent : List.of("", "* CHAT/1 Room 12.", "* CHAT/1 Room 12.\r", "SSH")) {
            String what = sent.isEmpty() ? "" : "sends " + Checks.quoted(sent) + " and ";
            try (Server server = new Server(client -> send(client, sent))) {
                expect(Diagnosis.Finding.NO_GREETING, diagnose(server, A_MINUTE), "a server that " + what + "closes");
            }
            try (Server server = new Server(client -> {
                send(client, sent);
                Checks.comesTrue(() -> !isConnecting() && Checks.noOtherIsReady()); // it knows that it is connected
                client.setSoLinger(true, 0); // so that close resets
            })) {
                String resets = "a server that " + what + "resets the connection";
                expect(Diagnosis.Finding.NO_GREETING, diagnose(server, A_MINUTE), resets);
            }
        }
    }

    private void other() throws Exception {
        List<String> greetings = List.of(
                "SSH-2.0-OpenSSH_9.2\r\n",
                "HTTP/1.0 408 Request Time-out\r\n\r\n",
                "* CHAT/10 Room 12.\n",
                "* CHAT/1\n",
                "* CHAT/1\tRoom 12.\n",
                "* CHAT/2 Room 12.\n",
                "* chat/1 Room 12.\n",
                "CHAT/1 Room 12.\n",
                " * CHAT/1 Room 12.\n",
                "220 * CHAT/1 Room 12.\n",
                "* Welcome.\n* CHAT/1 Room 12.\n",
                "\n* CHAT/1 Room 12.\n");
        for (String greeting : greetings) {
            try (Server server = new Server(client -> send(client, greeting))) {
                expect(Diagnosis.Finding.OTHER_SERVICE, diagnose(server, A_MINUTE), greeter(greeting));
            }
        }
    }

    private void fine() throws Exception {
        StringBuilder longest = new StringBuilder("* CHAT/1 ");
        while (longest.length() < 999) {
            char next = (char) (longest.length() % 256);
            longest.append(next == '\n' ? 'x' : next);
        }
        List<String> greetings = List.of(
                "* CHAT/1 Room 12. You are guest1. Type to talk; /help for commands.\n",
                "* CHAT/1 Room 12.\r\n",
                "* CHAT/1 \n",
                "* CHAT/1 Caf\u00e9 \u20ac\nada: hello\n",
                "* CHAT/1 Caf" + NO_UTF_8 + "\n",
                longest + "\n");
        for (String greeting : greetings) {
            try (Server server = new Server(client -> send(client, greeting))) {
                expect(
                        Diagnosis.Finding.CHAT_SERVER,
                        diagnose(KNOWN_NAME, server.port(), A_MINUTE),
                        greeting.length() == 1_000 ? "a greeting of 1000 bytes of all kinds" : greeter(greeting));
            }
        }
        try (Server server = new Server(client -> {
            for (String letter : greetings.get(0).split("")) {
                send(client, letter);
                Thread.sleep(1);
            }
        })) {
            expect(Diagnosis.Finding.CHAT_SERVER, diagnose(server, A_MINUTE), "a greeting that comes byte by byte");
        }
    }

    /** Also when the next line has begun: its end may never come. */
    private void atOnce() throws Exception {
        for (String greeting :
                List.of("* CHAT/1 Room 12.\n", "SSH-2.0-OpenSSH_9.2\r\n", "* CHAT/1 Room 12.\nada: he")) {
            try (Server server = new Server(client -> {
                send(client, greeting);
                client.getInputStream().read(); // until the other side closes
            })) {
                diagnose(server, A_MINUTE);
            }
        }
    }

    private void limit() throws Exception {
        atTheSameTime(
                () -> thrice(this::shutDoor),
                () -> thrice(this::slowDoor),
                () -> thrice(() -> drip(300, 30)),
                () -> thrice(() -> drip(1_000, 600)),
                () -> thrice(this::flood));
        shortest();
    }

    /** Less than a millisecond is left when it is connected, and 0 would mean "no limit" to a socket. */
    private void shortest() throws Exception {
        for (int i = 0; i < 20; i++) {
            try (Server server = new Server(client -> client.getInputStream().read())) {
                diagnose(server, 1);
            }
        }
    }

    private void shutDoor() throws Exception {
        try (FullDoor door = new FullDoor()) {
            if (door.isFull()) {
                new Limit(300, 1_000).diagnose("", door.port(), false, "where no answer came");
            }
        }
    }

    /** Byte after byte, so that no single read has to wait for long, and a whole letter only comes with the fourth one. */
    private void drip(int millis, int pause) throws Exception {
        byte[] letter = "\ud83d\ude00".getBytes(StandardCharsets.UTF_8);
        boolean late = true; // a byte came so late that a limit for each read was over, too
        for (int i = 0; i < 10 && late; i++) {
            Limit limit = new Limit(millis, 1_000);
            AtomicLong last = new AtomicLong(limit.start);
            AtomicLong longest = new AtomicLong();
            try (Server server = new Server(client -> {
                for (int j = 0; !limit.isOver(); j++) {
                    Thread.sleep(pause);
                    client.getOutputStream().write(letter[j % letter.length]);
                    long now = System.nanoTime();
                    longest.accumulateAndGet(now - last.getAndSet(now), Math::max);
                }
            })) {
                limit.diagnose("limit-for-each-read", server.port(), false, "while byte after byte came");
            }
            late = Math.max(longest.get(), System.nanoTime() - last.get()) > (millis - 100) * 1_000_000L;
        }
    }

    /** More letters than can be read, so that the time is over when none has to be waited for. */
    private void flood() throws Exception {
        byte[] letters = "x".repeat(100_000).getBytes(StandardCharsets.US_ASCII);
        AtomicBoolean writing = new AtomicBoolean();
        for (int i = 0; i < 5 && !writing.get(); i++) { // or the thread that writes got no processor
            Limit limit = new Limit(200, 1_000);
            try (Server server = new Server(client -> {
                while (!limit.isOver()) {
                    writing.set(true);
                    client.getOutputStream().write(letters);
                    writing.set(false);
                }
            })) {
                limit.diagnose("", server.port(), true, "while letters came without a pause");
            }
        }
    }

    /** Connecting takes a second: the system drops the first packet, and the client's system sends it again. Then nothing comes. */
    private void slowDoor() throws Exception {
        for (int i = 0; i < 5; i++) {
            try (FullDoor door = new FullDoor()) {
                if (!door.isFull()) {
                    return; // on this system, connecting never takes long
                }
                Limit limit = new Limit(1_300, 500);
                inBackground(() -> door.openAfter(300));
                String seen = "where connecting had taken a second, and then nothing came";
                limit.diagnose("limit-for-each-step", door.port(), false, seen);
                if (door.millisToConnect() > 800) { // otherwise the first packet came late
                    return;
                }
            }
        }
    }

    /** A busy machine may have made it late once. */
    private static void thrice(Step scene) throws Exception {
        for (int i = 1; i < 3; i++) {
            try {
                scene.run();
                return;
            } catch (Wrong e) {
                // again
            }
        }
        scene.run();
    }

    /** A limit for an answer, which is certainly over some time after it should be. */
    private static final class Limit {
        private final int millis;
        private final int more;
        private final long start = System.nanoTime();

        Limit(int millis, int more) {
            this.millis = millis;
            this.more = more;
        }

        boolean isOver() {
            return System.nanoTime() - start > (millis + more) * 1_000_000L;
        }

        /** @param early whether it may return early: 1,000 bytes without a line end have come */
        void diagnose(String key, int port, boolean early, String circumstances) throws Exception {
            AtomicLong returned = new AtomicLong(Long.MAX_VALUE);
            FutureTask<Diagnosis.Finding> task = new FutureTask<>(() -> {
                Diagnosis.Finding finding = Diagnosis.of("127.0.0.1", port, millis);
                returned.set((System.nanoTime() - start) / 1_000_000);
                return finding;
            });
            inBackground(task::run);
            if (Checks.comesTrue(FAR_TOO_LATE, task::isDone)) {
                get(task); // perhaps an exception
            }
            String expected = "that it returns after " + millis + " ms";
            Checks.that(
                    key,
                    returned.get() < millis + more,
                    expected,
                    "that it did not within " + (millis + more) + " ms, " + circumstances);
            Checks.that(
                    early || returned.get() > millis - 50,
                    expected,
                    "that it gave up after " + returned.get() + " ms, " + circumstances);
        }
    }

    /** For each finding that comes from a connection, and for an attempt to connect that was given up. */
    private void closes() throws Exception {
        closes("* CHAT/1 Room 12.\n", 500);
        closes("SSH-2.0-OpenSSH_9.2\r\n", 500);
        closes("SSH", 50);
        closes("", 500);
        Checks.that(
                door.millisToConnect() == 0,
                "that no attempt to connect goes on after " + Diagnosis.Finding.NO_ANSWER,
                "that it was connected later, all the same");
        door.close();
    }

    /** When the connection is closed in both directions, the server's writes fail. With nothing to send, the server ends it. */
    private void closes(String sent, int millis) throws Exception {
        try (Server server = new Server(client -> {
            send(client, sent);
            if (sent.isEmpty()) {
                client.shutdownOutput();
            }
            while (client.getInputStream().read() >= 0) {
                // until the other side closes
            }
            while (true) {
                send(client, "x".repeat(1_000));
            }
        })) {
            diagnose(server, millis);
            server.listener.close(); // where the time was over before it began to connect, no client comes any more
            Checks.that(
                    Checks.comesTrue(FAR_TOO_LATE, () -> !server.thread.isAlive()),
                    "the connection to " + greeter(sent) + " is closed in both directions",
                    "it is open");
        }
    }

    private void prints() throws Exception {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream catching = new PrintStream(printed, true, StandardCharsets.UTF_8);
        System.setOut(catching);
        System.setErr(catching);
        try {
            for (String sent : List.of("* CHAT/1 Room 12.\n", "SSH-2.0-OpenSSH_9.2\r\n", "")) {
                try (Server server = new Server(client -> send(client, sent))) {
                    diagnose(server, A_MINUTE);
                }
            }
            diagnose(UNKNOWN_NAME, 8081, A_MINUTE);
            silent("says nothing", "");
            Checks.comesToRest(); // a thread that the answer has started may still print
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        Checks.equal("", printed.toString(StandardCharsets.UTF_8));
    }

    private static void expect(Diagnosis.Finding expected, Diagnosis.Finding seen, String of) {
        Checks.that(seen == expected, expected + " for " + of, seen);
    }

    private static String greeter(String greeting) {
        boolean isUtf8 = !greeting.contains(NO_UTF_8);
        return "a server that sends " + Checks.quoted(greeting) + (isUtf8 ? "" : " in ISO 8859-1, which is no UTF-8");
    }

    private Diagnosis.Finding diagnose(Server server, int millis) throws Exception {
        return diagnose("127.0.0.1", server.port(), millis);
    }

    private Diagnosis.Finding diagnose(String host, int port, int millis) throws Exception {
        FutureTask<Diagnosis.Finding> finding = new FutureTask<>(() -> Diagnosis.of(host, port, millis));
        inBackground(finding::run);
        checks.within(step, FAR_TOO_LATE, () -> get(finding));
        return get(finding);
    }

    private static <T> T get(FutureTask<T> task) throws Exception {
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error) {
                throw (Error) e.getCause();
            }
            throw (Exception) e.getCause();
        }
    }

    private static void atTheSameTime(Step... scenes) throws Exception {
        List<FutureTask<Void>> tasks = new ArrayList<>();
        for (Step scene : scenes) {
            FutureTask<Void> task = new FutureTask<>(() -> {
                scene.run();
                return null;
            });
            tasks.add(task);
            inBackground(task::run);
        }
        for (FutureTask<Void> task : tasks) {
            get(task);
        }
    }

    private static Thread inBackground(Step work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (Exception e) {
                // the other side has closed, which ends it
            }
        });
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void send(Socket client, String text) throws IOException {
        boolean isUtf8 = !text.contains(NO_UTF_8);
        client.getOutputStream().write(text.getBytes(isUtf8 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1));
    }

    private static boolean isConnecting() {
        return Thread.getAllStackTraces().values().stream()
                .flatMap(Arrays::stream)
                .anyMatch(call ->
                        call.getModuleName() != null && call.getMethodName().contains("onnect"));
    }

    /** Whether an attempt fails at once, and not by a refusal. No packet leaves the machine for it. */
    private static boolean hasNoWayTo(String address) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getByName(address), 8081), 1_000);
            return false;
        } catch (ConnectException | SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private static InetAddress loopback() throws IOException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    }

    private static Path hostsFile() {
        try {
            Path file = Files.createTempFile("hosts", ".txt");
            Files.writeString(file, "127.0.0.1 localhost " + KNOWN_NAME + "\n");
            System.setProperty("jdk.net.hosts.file", file.toString());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Manners {
        void serve(Socket client) throws Exception;
    }

    /** Serves one client, and closes then. */
    private static final class Server implements Closeable {
        private final ServerSocket listener = new ServerSocket(0, 50, loopback());
        private final Thread thread;

        Server(Manners manners) throws IOException {
            thread = inBackground(() -> {
                try (Socket client = listener.accept()) {
                    client.setTcpNoDelay(true);
                    manners.serve(client);
                }
            });
        }

        int port() {
            return listener.getLocalPort();
        }

        @Override
        public void close() throws IOException {
            listener.close();
        }
    }
}
