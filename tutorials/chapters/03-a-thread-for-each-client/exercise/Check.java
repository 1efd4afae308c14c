import chatlab.tutorials.grading.Aside;
import chatlab.tutorials.grading.Checks;
import chatlab.tutorials.grading.Client;
import chatlab.tutorials.grading.Exercise;
import chatlab.tutorials.grading.NoLine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.Field;
import java.net.ConnectException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lets clients talk, be silent, leave and break off, and looks at the threads of the server meanwhile. */
public final class Check implements Exercise {
    private static final int MANY = 300;
    /** Less than the backlog of the server: so many clients may come before it accepts the first of them. */
    private static final int AT_ONCE = 20;

    private static final int QUEUED = 40;
    private static final int SERVERS = 6;
    private static final int LINES = 1000;

    private static final String OF_BOB = "of bob ";
    /** In bytes. */
    private static final int MUCH = 32 << 20;

    @Override
    public void check(Checks checks) {
        Locale.setDefault(Locale.Category.FORMAT, Locale.ENGLISH); // in some others, String.format writes other digits
        checks.step("numbered", Check::numbered);
        checks.step("unchanged", Check::unchanged);
        checks.step("ends", Check::ends);
        checks.step("done", Check::done);
        checks.step("many", Check::many);
        checks.step("fields", Check::fields); // before clients send at once: their text may mix by chance
        checks.step("own", Check::own);
        checks.step("pieces", Check::pieces);
        checks.step("names", Check::names);
        checks.step("closes", Check::closes);
        checks.step("stays", Check::stays);
        checks.step("breaks", Check::breaks);
        checks.step("reads-nothing", () -> readsNothing(checks));
    }

    private static void numbered() throws Exception {
        try (Server server = new Server();
                Client ada = server.connect()) {
            server.awaitServed();
            String line = "hello";
            for (int number = 1; number <= LINES; number++) {
                if (number <= 12) {
                    ada.send(line);
                } else if (number == 13) {
                    ada.sendRaw((line + '\n').repeat(LINES - 12).getBytes(StandardCharsets.UTF_8));
                }
                String expected = number + ": " + line;
                Checks.equal(expected, answerOrWhyNone(server, ada, expected));
            }
        }
    }

    private static String answerOrWhyNone(Server server, Client client, String expected) throws IOException {
        try {
            String answer = client.line();
            Checks.that(answer != null, Checks.quoted(expected), "the server has closed the connection");
            return answer;
        } catch (NoLine e) {
            Checks.that(server.isAccepting(), Checks.quoted(expected), "no answer: acceptAll() has " + server.result());
            throw e;
        }
    }

    private static void unchanged() throws Exception {
        List<String> lines = List.of(
                "   three blanks before and two behind  ",
                "",
                " ",
                "\ta tab",
                "two  blanks  between",
                "Grüße, žluťoučký, добрый, 日本語, 😀",
                "100%d %s {0} $1 \\n",
                "null",
                "quit",
                "1: a number",
                "UPPER and lower",
                "long ".repeat(1200));
        try (Server server = new Server();
                Client ada = server.connect()) {
            for (String line : lines) {
                ada.send(line);
                numberBefore(line, ada.line());
            }
        }
    }

    private static void ends() throws Exception {
        try (Server server = new Server();
                Client ada = server.connect()) {
            ada.sendRaw("one\ntwo\nthree\n".getBytes(StandardCharsets.UTF_8));
            ada.endOutput();
            for (String line : List.of("one", "two", "three")) {
                numberBefore(line, ada.line());
            }
            String expected = "the end of the connection, after the three answers";
            Checks.that(!ada.isSilent(), expected, "no end and no line: the connection stays open");
            String line = ada.line();
            Checks.that(line == null, expected, Checks.quoted(line));
        }
    }

    private static void done() throws Exception {
        try (Server server = new Server();
                Client ada = server.connect()) {
            ada.send("hello");
            ada.line();
            ada.endOutput();
            server.isDone("has ended its output");
            try (Client bob = server.connect()) {
                bob.send("hello");
                bob.line();
                bob.reset();
                server.isDone("has broken off");
            }
        }
    }

    private static void many() throws Exception {
        List<Client> clients = new ArrayList<>();
        try (Server server = new Server()) {
            for (int number = 1; number <= MANY; number++) {
                Client client = server.connect();
                clients.add(client);
                if (number % AT_ONCE == 2 || number == MANY) {
                    client.send("hello");
                    numberBefore("hello", answerBesideSilentOnes(server, client, number));
                }
            }
        } finally {
            for (Client client : clients) {
                client.close();
            }
        }
    }

    private static String answerBesideSilentOnes(Server server, Client client, int number) throws IOException {
        try {
            return client.line();
        } catch (NoLine e) {
            String expected =
                    "client " + number + " gets an answer, while the " + (number - 1) + " before it are connected";
            List<StackTraceElement> acceptor = server.acceptorsStack();
            if (isIn(acceptor, "java.net.Socket", "read")) {
                throw Checks.wrong(
                        callsRun(acceptor) ? "run-instead-of-start" : "one-at-a-time",
                        expected,
                        "the thread in acceptAll() waits for a line of another client");
            }
            long reading = server.busyThreads().stream()
                    .filter(thread -> isIn(Arrays.asList(thread.getStackTrace()), "java.net.Socket", "read"))
                    .count();
            Checks.that(
                    !server.isAccepting(),
                    expected,
                    "no answer: " + reading + " threads of the server wait for a line of a client");
            throw e;
        }
    }

    private static boolean isIn(List<StackTraceElement> stack, String className, String method) {
        return stack.stream()
                .anyMatch(frame -> frame.getClassName().startsWith(className)
                        && frame.getMethodName().equals(method));
    }

    /** Whether acceptAll() has called the run() of a thread. */
    private static boolean callsRun(List<StackTraceElement> acceptor) {
        return acceptor.stream()
                .takeWhile(frame -> !frame.getMethodName().equals("acceptAll"))
                .anyMatch(frame -> frame.getMethodName().equals("run") && isThread(frame.getClassName()));
    }

    private static boolean isThread(String className) {
        try {
            return Thread.class.isAssignableFrom(Class.forName(className));
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    private static void own() throws Exception {
        try (Server server = new Server();
                Client ada = server.connect()) {
            ada.send("ada 1");
            int first = numberBefore("ada 1", ada.line());
            try (Client bob = server.connect()) {
                Talk talk = new Talk(first, List.of(ada, bob), List.of("ada", "bob"));
                talk.counts[0]++;
                for (int who : new int[] {1, 0, 1, 1, 0, 0}) {
                    talk.send(who);
                    talk.hears(who);
                }
                talk.send(0);
                talk.send(1);
                talk.hears(1);
                talk.hears(0);
            }
            for (int later = 1; later <= 3; later++) { // perhaps in the thread of an earlier one
                Checks.comesTrue(() -> server.busyThreads().size() <= 1);
                try (Client cyd = server.connect()) {
                    cyd.send("cyd");
                    int number = numberBefore("cyd", cyd.line());
                    Checks.that(
                            number == first,
                            "the lines of a client that comes later are counted from " + first + ", too",
                            "its first line has number " + number);
                }
            }
        }
    }

    private static void readsNothing(Checks checks) throws Exception {
        try (Server server = new Server();
                Client ada = server.connect();
                Client bob = server.connect()) {
            ada.send("hello");
            numberBefore("hello", ada.line());
            sendsMuch(bob);
            checks.within("reads-nothing", () -> {
                ada.send("still here");
                numberBefore("still here", ada.line());
                try (Client cyd = server.connect()) {
                    cyd.send("new here");
                    numberBefore("new here", cyd.line());
                }
            });
            bob.reset();
        }
    }

    /** More than the system keeps on the way there and back, so that the client's thread waits in the middle of an answer. */
    private static void sendsMuch(Client client) throws Exception {
        byte[] line = (OF_BOB.repeat(600) + '\n').getBytes(StandardCharsets.UTF_8);
        Thread sender = new Thread(() -> {
            try {
                for (int sent = 0; sent < MUCH; sent += line.length) {
                    client.sendRaw(line);
                }
            } catch (IOException e) {
                // the check has broken the connection
            }
        });
        sender.setDaemon(true);
        sender.start();
        Checks.comesTrue(() -> false); // until nothing moves any more
    }

    private static void fields() throws Exception {
        try (Server server = new Server();
                Client bob = server.connect()) {
            sendsMuch(bob);
            for (Field field : ThreadedEcho.class.getDeclaredFields()) {
                field.setAccessible(true);
                String text = textIn(field.get(server.echo));
                int at = text.indexOf(OF_BOB);
                Checks.that(
                        "shared-text",
                        at < 0,
                        "no field of ThreadedEcho holds what a client has sent",
                        "while a client is served, the field " + field.getName() + " holds "
                                + Checks.quoted(text.substring(0, Math.min(text.length(), at + 20))) + "...");
            }
            bob.reset();
        }
    }

    private static String textIn(Object value) {
        if (value instanceof byte[]) {
            return new String((byte[]) value, StandardCharsets.UTF_8);
        }
        boolean isText = value instanceof CharSequence
                || value instanceof StringWriter
                || value instanceof ByteArrayOutputStream;
        return value instanceof char[] ? new String((char[]) value) : isText ? value.toString() : "";
    }

    private static void pieces() throws Exception {
        byte[] before = "one\ntw\u00f6 h".getBytes(StandardCharsets.UTF_8);
        byte[] behind = "\u00e4lf, once\nthree\n\nfive\n".getBytes(StandardCharsets.UTF_8);
        byte[] start = Arrays.copyOf(before, before.length + 1);
        start[before.length] = behind[0]; // the first of the two bytes of a letter
        try (Server server = new Server();
                Client ada = server.connect();
                Client bob = server.connect()) {
            ada.sendRaw(start);
            numberBefore("one", ada.line());
            bob.sendRaw("b".getBytes(StandardCharsets.UTF_8));
            server.waitsForEver();
            Checks.that(
                    ada.isSilent(),
                    "no answer before the rest of the second line has come",
                    "an answer, or the end of the connection");
            bob.send("ob");
            ada.sendRaw(Arrays.copyOfRange(behind, 1, behind.length));
            for (String line : List.of("tw\u00f6 h\u00e4lf, once", "three", "", "five")) {
                numberBefore(line, ada.line());
            }
            numberBefore("bob", bob.line());
        }
    }

    private static void names() throws Exception {
        try (Server server = new Server()) {
            Client ada = server.connect();
            newThreadIsCalled("client 1", server, ada, Set.of());
            Set<Thread> before = server.busyThreads();
            try (Client bob = server.connect()) {
                newThreadIsCalled("client 2", server, bob, before);
                ada.close();
                Checks.comesTrue(() -> server.busyThreads().size() <= 1 && server.idleThreadsRest());
                Set<Thread> onlyBob = server.busyThreads();
                try (Client cyd = server.connect()) {
                    newThreadIsCalled("client 3", server, cyd, onlyBob);
                }
            }
        }
        queued();
    }

    /**
     * Many clients wait in the queues of several servers before these accept. Then the threads of two clients run at the same
     * time, and the second one may be the first to get to its name. At last each second client leaves, so a swap shows.
     */
    private static void queued() throws Exception {
        List<Server> servers = new ArrayList<>();
        List<Client> clients = new ArrayList<>();
        try {
            for (int i = 0; i < SERVERS; i++) {
                Server server = new Server(new ThreadedEcho());
                servers.add(server);
                for (int number = 1; number <= QUEUED; number++) {
                    clients.add(server.connect());
                }
            }
            servers.forEach(Server::start);
            for (int i = clients.size() - 1; i >= 0; i--) {
                clients.get(i).send("hello");
            }
            for (Client client : clients) {
                numberBefore("hello", client.line());
            }
            for (int i = 0; i < clients.size(); i += 2) {
                clients.get(i).close();
            }
            Checks.that(
                    Checks.comesTrue(() -> oddNames(servers.get(0)).isEmpty()),
                    QUEUED + " clients come at once. When clients 1, 3, 5, and so on have left, their threads are done",
                    "threads that still serve a client: " + oddNames(servers.get(0)));
        } catch (NoLine e) {
            // that is for the step "many"
        } finally {
            for (Client client : clients) {
                client.close();
            }
            for (Server server : servers) {
                server.close();
            }
        }
    }

    /** The threads of clients of all servers that were made since this one. */
    private static List<String> oddNames(Server first) {
        return first.busyThreads().stream()
                .map(Thread::getName)
                .filter(name -> name.matches("client \\d*[13579]"))
                .collect(Collectors.toList());
    }

    private static void newThreadIsCalled(String name, Server server, Client client, Set<Thread> before)
            throws Exception {
        client.send("hello");
        numberBefore("hello", client.line());
        boolean found = Checks.comesTrue(() -> server.busyThreads().stream()
                .anyMatch(thread -> !before.contains(thread) && thread.getName().equals(name)));
        List<String> names =
                server.busyThreads().stream().map(Thread::getName).sorted().collect(Collectors.toList());
        Checks.that(
                found, "the new client has a thread \"" + name + '"', "the threads that serve clients are " + names);
    }

    private static void closes() throws Exception {
        Server server = new Server();
        try (Client ada = server.connect()) {
            ada.send("hello");
            numberBefore("hello", ada.line());
            Checks.that(
                    server.isAccepting(), "acceptAll() goes on until close()", "before that it has " + server.result());
            server.stop();
            server.hasReturned();
        }
        Server closedBefore = new Server(new ThreadedEcho());
        closedBefore.stop();
        closedBefore.start();
        closedBefore.hasReturned();
    }

    private static void stays() throws Exception {
        try (Server server = new Server();
                Client ada = server.connect()) {
            ada.send("hello");
            numberBefore("hello", ada.line());
            server.stop();
            Checks.comesTrue(() -> !server.isAccepting());
            for (String line : List.of("still here", "and here")) {
                ada.send(line);
                numberBefore(line, ada.line());
            }
        }
    }

    private static void breaks() throws Exception {
        try (Server server = new Server();
                Client bob = server.connect()) {
            Client ada = server.connect();
            Client dan = server.connect();
            for (Client client : List.of(bob, ada, dan)) {
                client.send("hello");
                numberBefore("hello", client.line());
            }
            ada.close();
            dan.reset();
            Checks.comesTrue(() -> server.busyThreads().size() <= 1);
            bob.send("still here");
            numberBefore("still here", bob.line());
            // while the server is being closed, one client may still slip in: a second one may not
            for (String line : List.of("new here", "new here, too")) {
                try (Client cyd = server.connect()) {
                    cyd.send(line);
                    numberBefore(line, cyd.line());
                } catch (SocketException e) {
                    throw Checks.wrong("a new client is served", e.getMessage());
                }
            }
        }
    }

    /** The number in an answer to this line, whichever it is. */
    private static int numberBefore(String line, String answer) {
        String expected = "a number, a colon, one blank, and " + Checks.quoted(line);
        Checks.that(answer != null, expected, "the end of the connection");
        Matcher parts = Pattern.compile("(\\d{1,9}): (.*)", Pattern.DOTALL).matcher(answer);
        Checks.that(parts.matches() && parts.group(2).equals(line), expected, Checks.quoted(answer));
        return Integer.parseInt(parts.group(1));
    }

    /** Two clients that send lines in turns. */
    private static final class Talk {
        private final int first;
        private final List<Client> clients;
        private final List<String> names;
        private final int[] counts = new int[2];
        private int all = 1;

        Talk(int first, List<Client> clients, List<String> names) {
            this.first = first;
            this.clients = clients;
            this.names = names;
        }

        void send(int who) throws IOException {
            counts[who]++;
            all++;
            clients.get(who).send(line(who));
        }

        private String line(int who) {
            return names.get(who) + ' ' + counts[who];
        }

        void hears(int who) throws IOException {
            String answer;
            try {
                answer = clients.get(who).line();
            } catch (NoLine e) {
                String other = clients.get(1 - who).isSilent()
                        ? null
                        : clients.get(1 - who).line();
                boolean astray = other != null && other.endsWith(": " + line(who));
                String expected = "the answer to a line of " + names.get(who) + " goes to " + names.get(who);
                Checks.that("astray", !astray, expected, "it goes to " + names.get(1 - who));
                throw e;
            }
            int number = numberBefore(line(who), answer);
            int own = first + counts[who] - 1;
            String key = number == first + all - 1 && number != own ? "counted-together" : "";
            Checks.that(key, number == own, Checks.quoted(own + ": " + line(who)), Checks.quoted(answer));
        }
    }

    /** The student's server, with a thread that is in acceptAll(). */
    private static final class Server implements AutoCloseable {
        private final Set<Thread> before =
                new HashSet<>(Thread.getAllStackTraces().keySet());
        private final ThreadedEcho echo;
        private final Thread acceptor = new Thread(this::acceptAll, "acceptor");
        private volatile Throwable thrown;

        Server() throws IOException {
            this(new ThreadedEcho());
            start();
        }

        /** Does not accept yet. */
        Server(ThreadedEcho echo) {
            this.echo = echo;
            acceptor.setDaemon(true);
        }

        void start() {
            acceptor.start();
        }

        private void acceptAll() {
            try {
                echo.acceptAll();
            } catch (Throwable e) {
                thrown = e;
            }
        }

        Client connect() throws IOException {
            try {
                return Client.connect(echo.port());
            } catch (ConnectException e) {
                throw Checks.wrong("a new client can connect", e.getMessage());
            }
        }

        /** Until a thread waits for the first client's line, and what acceptAll() does after that is done, too. */
        void awaitServed() throws InterruptedException {
            Checks.comesTrue(() -> !isAccepting()
                    || isIn(acceptorsStack(), "java.net.Socket", "read")
                    || isIn(acceptorsStack(), "java.net.ServerSocket", "accept")
                            && busyThreads().stream()
                                    .anyMatch(thread ->
                                            isIn(Arrays.asList(thread.getStackTrace()), "java.net.Socket", "read")));
        }

        boolean isAccepting() {
            return acceptor.isAlive();
        }

        List<StackTraceElement> acceptorsStack() {
            return Arrays.asList(acceptor.getStackTrace());
        }

        String result() {
            return thrown == null ? "returned" : "thrown " + thrown;
        }

        void hasReturned() throws InterruptedException {
            boolean ended = Checks.comesTrue(() -> !isAccepting());
            Checks.that(ended, "acceptAll() returns after close()", "it goes on");
            String key = thrown instanceof SocketException ? "closed-is-an-error" : "";
            Checks.that(key, thrown == null, "acceptAll() returns after close()", "it has " + result());
        }

        void isDone(String how) throws InterruptedException {
            boolean done = Checks.comesTrue(() -> busyThreads().isEmpty());
            List<String> where = busyThreads().stream()
                    .map(thread -> thread.getName()
                            + studentsFrames(thread)
                                    .map(frame -> " at line " + frame.getLineNumber())
                                    .findFirst()
                                    .orElse(""))
                    .collect(Collectors.toList());
            Checks.that(done, "the thread is done, for its client " + how, "it goes on: " + where);
        }

        /** Each thread of a client waits for bytes, and does not wake up by itself. */
        void waitsForEver() throws InterruptedException {
            Checks.comesTrue(() -> busyThreads().stream()
                    .allMatch(thread ->
                            isTimed(thread) || isIn(Arrays.asList(thread.getStackTrace()), "java.net.Socket", "read")));
            for (Thread thread : busyThreads()) {
                Checks.that(
                        !isTimed(thread),
                        "the thread waits for the rest of a line for as long as it takes",
                        "it waits until a time is over: " + Aside.place(thread));
            }
        }

        /** The JDK's methods for a socket with a time-out are called timedRead and the like. */
        private static boolean isTimed(Thread thread) {
            return thread.getState() == Thread.State.TIMED_WAITING
                    || Arrays.stream(thread.getStackTrace())
                            .anyMatch(frame -> frame.getMethodName().startsWith("timed"));
        }

        /** The threads that the server has started and that are in the student's code now. */
        Set<Thread> busyThreads() {
            return threads()
                    .filter(thread -> studentsFrames(thread).findAny().isPresent())
                    .collect(Collectors.toSet());
        }

        /** A thread of a pool that is done with its client waits for its next task, or has ended. */
        boolean idleThreadsRest() {
            return threads()
                    .filter(thread -> studentsFrames(thread).findAny().isEmpty())
                    .allMatch(Aside::isAtRest);
        }

        private Stream<Thread> threads() {
            return Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> !before.contains(thread) && thread != acceptor)
                    .filter(thread -> !thread.getName().equals("check"));
        }

        /** A thread of a pool that waits for its next task has none. */
        private static Stream<StackTraceElement> studentsFrames(Thread thread) {
            return Arrays.stream(thread.getStackTrace())
                    .filter(frame -> frame.getModuleName() == null
                            && frame.getClassName().startsWith("ThreadedEcho"));
        }

        void stop() throws IOException {
            echo.close();
        }

        @Override
        public void close() throws IOException {
            stop();
        }
    }
}
