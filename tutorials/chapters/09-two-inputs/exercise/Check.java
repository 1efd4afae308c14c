import static java.nio.charset.StandardCharsets.UTF_8;

import chatlab.tutorials.grading.Checks;
import chatlab.tutorials.grading.Exercise;
import chatlab.tutorials.grading.OtherSystem;
import chatlab.tutorials.grading.PlayedScreen;
import chatlab.tutorials.grading.PlayedServer;
import chatlab.tutorials.grading.ProgramConsole;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;

/** Plays keyboard, screen and server for a terminal client, on a system that ends lines in another way than the server. */
public final class Check implements Exercise {
    private static final String[] STRANGE = {
        "hello", "", "  two blanks ", "\ttab", "grüß dich, 你好 😀", "* not yours", "/quit", "100%% of it''s {0}"
    };

    private static final String WELCOME = "* Welcome.";

    @Override
    public void check(Checks checks) {
        OtherSystem.pretend();
        checks.step("typed", () -> typed(checks));
        checks.step("at-once", () -> atOnce(checks));
        checks.step("not-typed", () -> notTyped(checks));
        checks.step("as-it-is", () -> asItIs(checks));
        checks.step("server-ends", () -> serverEnds(checks));
        checks.step("last-lines", () -> lastLines(checks));
        checks.step("told", () -> told(checks));
        checks.step("half-closed", () -> halfClosed(checks));
        checks.step("broken", () -> broken(checks));
        checks.step("how", () -> how(checks));
        checks.step("closed", () -> closed(checks));
        checks.step("later", () -> later(checks));
        checks.step("program-ends", () -> programEnds(checks));
    }

    private static void typed(Checks checks) throws Exception {
        try (Person ada = new Person()) {
            Chat chat = ada.chat();
            for (String line : STRANGE) {
                ada.console.type(line);
            }
            ada.console.endInput(); // what is kept back until then is another step's affair
            Checks.comesTrue(chat.server::hasEnded);
            Checks.equal(String.join("\n", STRANGE) + "\n", chat.server.heard());
        }
    }

    private static void atOnce(Checks checks) throws Exception {
        try (Person ada = new Person()) {
            Chat chat = ada.chat();
            String[] typed = {"line 1\n", "line 2\nli", "ne 3\n"}; // the second one ends within a line
            for (int lines = 1; lines <= 3; lines++) {
                int count = lines;
                ada.console.typePiece(typed[lines - 1]);
                if (!Checks.comesTrue(() -> chat.server.lines() >= count)) {
                    ada.console.endInput();
                    boolean late = Checks.comesTrue(() -> chat.server.lines() >= count);
                    String seen = late ? "it comes when the input ends" : "it does not come";
                    throw Checks.wrong(late ? "kept-back" : "", "that line " + lines + " comes to the server", seen);
                }
            }
        }
    }

    private static void notTyped(Checks checks) throws Exception {
        try (Person ada = new Person()) {
            Chat chat = ada.chat();
            String half = "x".repeat(20_000); // more than a reader takes out of the socket at once
            String[] said = {"line 1\n", "line 2\n" + half, "\n"}; // the second one ends within a line
            for (int lines = 1; lines <= 3; lines++) {
                int count = lines;
                chat.server.sends(said[lines - 1]);
                if (!Checks.comesTrue(() -> ada.screen.lines() > count)) {
                    ada.console.type("");
                    boolean late = Checks.comesTrue(() -> ada.screen.lines() > count);
                    String seen = late ? "it comes only after Enter was pressed" : "it does not come";
                    throw Checks.wrong("line " + lines + " on the screen, with nothing typed", seen);
                }
            }
        }
    }

    private static void asItIs(Checks checks) throws Exception {
        String all = WELCOME + "\n" + String.join("\n", STRANGE) + "\n";
        for (Ending ending : List.of(Ending.BY_SERVER, Ending.AFTER_INPUT, Ending.BREAK)) {
            try (Person ada = new Person()) {
                Chat chat = ada.chat();
                for (String line : STRANGE) {
                    ada.console.type("enter"); // nothing may be printed for it
                    chat.server.says(line);
                }
                if (!Checks.comesTrue(() -> ada.screen.lines() > STRANGE.length)) {
                    ada.console.type("enter"); // whether it is needed is a step of its own
                }
                ada.console.awaitTaken();
                ending.happen(chat);
                chat.awaitEnd(checks);
                Checks.equal(all, ada.screen.text());
            }
        }
    }

    private static void serverEnds(Checks checks) throws Exception {
        try (Person ada = new Person()) {
            Chat chat = ada.chat();
            Checks.comesTrue(() -> ProgramConsole.reader().isPresent()); // or its thread may find the socket closed
            chat.server.ends();
            if (!Checks.comesTrue(chat::isOver)) {
                ada.console.type("");
                boolean after = Checks.comesTrue(chat::isOver);
                String seen = after ? "it returns only after Enter was pressed" : "it does not return";
                throw Checks.wrong(after ? "waits-for-keyboard" : "", "that chat returns", seen);
            }
        }
        endsWhileAWriteIsStuck(checks);
    }

    /** The server reads nothing any more, and so much was typed that a write waits until the socket is closed. */
    private static void endsWhileAWriteIsStuck(Checks checks) throws Exception {
        try (Person ada = new Person()) {
            Chat chat = ada.chat();
            chat.socket.writesWait = true;
            ada.console.type("much");
            if (Checks.comesTrue(chat.socket::isStuck)) {
                chat.server.ends();
                checks.becomes(
                        chat::isOver, "that chat returns, although a write to the server waits", () -> "it does not");
            }
        }
    }

    /** The screen is so slow that the connection has ended before the first line is printed. */
    private static void lastLines(Checks checks) throws Exception {
        try (Person ada = new Person()) {
            Chat chat = ada.chat();
            ada.screen.hold();
            chat.server.says("one");
            chat.server.says("two\nthree");
            chat.server.ends();
            Checks.comesTrue(ada.screen::isHeld);
            boolean early = Checks.comesTrue(chat::isOver);
            String shown = ada.screen.shown();
            ada.screen.release();
            Checks.that(!early, "that chat does not return before line one is printed", "it returns; " + shown);
            chat.awaitEnd(checks);
            String all = WELCOME + "\none\ntwo\nthree\n";
            Checks.that(ada.screen.text().startsWith(all), Checks.quoted(all), ada.screen.shown());
        }
    }

    private static void told(Checks checks) throws Exception {
        try (Person ada = new Person()) {
            Chat chat = ada.chat();
            ada.console.type("bye");
            ada.console.endInput();
            checks.becomes(chat.server::hasEnded, "the end of the stream at the server", () -> "no end");
        }
        try (Person ada = new Person()) {
            Chat first = chatWith(ada, "first");
            first.server.ends();
            first.awaitEnd(checks);
            Chat second = chatWith(
                    ada, "second"); // a thread that stays from the first chat may take it: that is for another step
            ada.console.type("bye");
            ada.console.awaitTaken();
            ada.console.endInput();
            checks.becomes(
                    second.server::hasEnded, "the end of the stream at the server of the second chat", () -> "no end");
        }
    }

    private static void halfClosed(Checks checks) throws Exception {
        try (Person ada = new Person()) {
            Chat chat = ada.chat();
            ada.console.type("bye");
            ada.console.endInput();
            Checks.comesTrue(chat.server::hasEnded); // if it is not told, that is another step's affair
            chat.server.says("* You have said 1 line.");
            chat.server.says("* Goodbye.");
            boolean shown = Checks.comesTrue(() -> ada.screen.lines() > 2);
            boolean early = Checks.comesTrue(chat::isOver);
            String key = chat.socket.closes ? "hangs-up" : "";
            Checks.that(key, shown, "the last two lines of the server", ada.screen.shown());
            Checks.that(
                    key, !early, "that chat goes on until the server ends the connection", "it has returned before");
            chat.server.says("* Really.");
            checks.becomes(() -> ada.screen.lines() > 3, "one more line of the server", ada.screen::shown);
            chat.server.ends();
            chat.awaitEnd(checks);
        }
    }

    private static void broken(Checks checks) throws Exception {
        for (Ending ending : List.of(Ending.BREAK, Ending.BREAK_AFTER_INPUT)) {
            try (Person ada = new Person()) {
                Chat chat = ada.chat();
                ending.happen(chat);
                chat.awaitEnd(checks);
                Checks.that(chat.thrown == null, "that chat returns", "that it throws " + chat.thrown);
                Checks.that(chat.hungUp || chat.end == TwoInputs.End.BROKEN, TwoInputs.End.BROKEN, chat.end);
            }
        }
    }

    private static void how(Checks checks) throws Exception {
        for (Ending ending : List.of(Ending.BY_SERVER, Ending.AFTER_INPUT)) {
            try (Person ada = new Person()) {
                Chat chat = ada.chat();
                ada.console.type("/quit");
                ada.console.awaitTaken();
                if (ending == Ending.AFTER_INPUT) {
                    ada.console.endInput();
                    Checks.comesTrue(chat.server::hasEnded);
                    Checks.comesTrue(Checks::noOtherIsReady); // back from shutdownOutput(); the next scene is before
                }
                ending.happen(chat);
                chat.awaitEnd(checks);
                TwoInputs.End end = ending == Ending.BY_SERVER ? TwoInputs.End.SERVER_LEFT : TwoInputs.End.LEFT;
                Checks.equal(end, chat.end);
            }
        }
        try (Person ada = new Person()) {
            Chat chat = ada.chat();
            chat.socket.until = new CountDownLatch(1);
            Ending.AFTER_INPUT.happen(chat); // her thread has not yet come back from shutdownOutput()
            boolean early = Checks.comesTrue(chat::isOver);
            chat.socket.until.countDown();
            chat.awaitEnd(checks);
            Checks.that(early ? "told-too-early" : "", chat.end == TwoInputs.End.LEFT, TwoInputs.End.LEFT, chat.end);
        }
        try (Person ada = new Person()) {
            Chat first = chatWith(ada, "first");
            Ending.BY_SERVER.happen(first);
            first.awaitEnd(checks);
            ada.console.type("between the chats");
            ada.console.awaitTaken();
            Chat second = chatWith(ada, "second");
            Ending.BY_SERVER.happen(second);
            second.awaitEnd(checks);
            Checks.equal(TwoInputs.End.SERVER_LEFT, second.end);
        }
    }

    private static void closed(Checks checks) throws Exception {
        for (Ending ending : Ending.values()) {
            try (Person ada = new Person()) {
                Chat chat = ada.chat();
                ending.happen(chat);
                chat.awaitEnd(checks);
                Checks.that(chat.socket.isClosed(), "that the socket is closed", "chat has returned, and it is open");
            }
        }
    }

    private static void later(Checks checks) throws Exception {
        try (Person ada = new Person()) {
            Chat first = chatWith(ada, "first");
            first.server.ends();
            first.awaitEnd(checks);
            Checks.comesTrue(Checks::noOtherIsReady); // a thread that was told to end takes no line any more
            Optional<Thread> stayed = ProgramConsole.reader();
            Chat second = chatWith(ada, "second");
            comesLast(second, "second", stayed);
            second.socket.writesFail = true;
            ada.console.type("lost");
            ada.console.awaitTaken();
            second.server.breaks();
            second.awaitEnd(checks);
            Checks.comesTrue(Checks::noOtherIsReady);
            ada.console.type("between");
            ada.console.awaitTaken();
            stayed = ProgramConsole.reader();
            Chat third = chatWith(ada, "third");
            comesLast(third, "third", stayed);
            Checks.equal("first", first.server.heard().strip());
            Checks.equal("second", second.server.heard().strip());
        }
    }

    /** Rejects the answer unless this line has come last, with the cause if a thread that stayed has taken it. */
    private static void comesLast(Chat chat, String line, Optional<Thread> stayed) throws InterruptedException {
        if (!Checks.comesTrue(() -> chat.server.heard().strip().endsWith(line))) {
            boolean taken = stayed.isPresent() && !chat.person.console.hasTyped();
            String seen = taken
                    ? "the thread \"" + stayed.get().getName() + "\" has taken it, and it does not come"
                    : Checks.quoted(chat.server.heard());
            throw Checks.wrong(
                    taken ? "reader-stays" : "", Checks.quoted(line) + " at the server of the " + line + " chat", seen);
        }
    }

    /** A chat in which a line is typed. If the client keeps it back, it comes when the server has said something. */
    private static Chat chatWith(Person ada, String line) throws Exception {
        Chat chat = ada.chat();
        ada.console.type(line);
        ada.console.awaitTaken();
        chat.server.says("* Go on.");
        Checks.comesTrue(() -> chat.server.lines() > 0);
        Checks.comesToRest(); // each thread waits again for what it will hear of next
        return chat;
    }

    private static void programEnds(Checks checks) throws Exception {
        Set<Thread> before = new HashSet<>(Thread.getAllStackTraces().keySet());
        try (Person ada = new Person()) {
            Chat chat = ada.chat();
            chat.server.ends();
            chat.awaitEnd(checks);
            for (Thread thread : Thread.getAllStackTraces().keySet()) {
                boolean counts = !before.contains(thread) && !thread.isDaemon() && thread != Thread.currentThread();
                if (counts && !Checks.comesTrue(() -> !thread.isAlive())) {
                    String seen = "the thread \"" + thread.getName() + "\", which is no daemon and goes on";
                    throw Checks.wrong("program-stays", "only daemons after chat has returned", seen);
                }
            }
        }
    }

    /** The ways in which a chat can end. */
    private enum Ending {
        BY_SERVER,
        AFTER_INPUT,
        BREAK,
        BREAK_AFTER_INPUT;

        void happen(Chat chat) throws Exception {
            if (this == AFTER_INPUT || this == BREAK_AFTER_INPUT) {
                chat.person.console.endInput();
                Checks.comesTrue(chat.server::hasEnded); // if it is not told, that is a step of its own
            }
            if (this == BREAK_AFTER_INPUT) {
                chat.server.says("* Goodbye.");
                boolean shown = Checks.comesTrue(() -> chat.person.screen.lines() > 1);
                chat.hungUp = !shown || chat.socket.closes; // a step of its own, too
            }
            if (this == BY_SERVER || this == AFTER_INPUT) {
                chat.server.ends();
            } else {
                chat.server.breaks();
            }
        }
    }

    /** A person with a keyboard and a screen, and the student's client. */
    private static final class Person implements Closeable {
        final ProgramConsole console = ProgramConsole.open();
        final PlayedScreen screen = console.screen();
        private final List<Chat> chats = new ArrayList<>();
        private final TwoInputs client;

        /** In a thread that is no daemon, as a real main thread: what it starts is no daemon by itself. */
        Person() throws Exception {
            BufferedReader keyboard = new BufferedReader(new InputStreamReader(System.in, UTF_8));
            FutureTask<TwoInputs> task = new FutureTask<>(() -> new TwoInputs(keyboard, System.out));
            Thread thread = new Thread(task);
            thread.setDaemon(false);
            thread.start();
            client = task.get();
        }

        Chat chat() throws IOException, InterruptedException {
            Chat chat = new Chat(this);
            chats.add(chat);
            screen.clear();
            chat.start();
            chat.server.says(WELCOME);
            Checks.comesTrue(() -> screen.lines() > 0 && chat.isSettled()); // else another step complains
            return chat;
        }

        @Override
        public void close() throws IOException {
            for (Chat chat : chats) {
                chat.server.close();
                chat.socket.close();
            }
            console.close();
        }
    }

    /** A chat in a thread that is no daemon, as a real main thread. */
    private static final class Chat extends Thread {
        final HeldSocket socket = new HeldSocket();
        final PlayedServer server;
        private final Person person;
        private volatile TwoInputs.End end;
        private volatile Throwable thrown;
        private volatile boolean over;
        private boolean hungUp;

        Chat(Person person) throws IOException {
            super("main of the client");
            setDaemon(false);
            this.person = person;
            try (ServerSocket listener = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"))) {
                socket.connect(listener.getLocalSocketAddress());
                server = new PlayedServer(listener.accept());
            }
        }

        @Override
        public void run() {
            try {
                end = person.client.chat(socket);
            } catch (Throwable e) {
                thrown = e;
            }
            over = true;
        }

        boolean isOver() {
            return over;
        }

        /** Whether this thread waits for something: it has begun what it wants to begin. */
        private boolean isSettled() {
            StackTraceElement[] stack = getStackTrace();
            boolean reads = stack.length > 0 && stack[0].getClassName().startsWith("sun.nio.ch.");
            return over || reads || getState() != State.RUNNABLE;
        }

        /** Presses Enter if need be: whether it returns without that is a step of its own. */
        void awaitEnd(Checks checks) throws InterruptedException {
            if (!Checks.comesTrue(this::isOver)) {
                person.console.type("");
            }
            checks.becomes(this::isOver, "that chat returns", () -> "it does not");
        }
    }

    /** A socket whose shutdownOutput() tells the server at once, but comes back late. It remembers it last, as Java's does. */
    private static final class HeldSocket extends Socket {
        volatile CountDownLatch until = new CountDownLatch(0);
        volatile boolean closes;
        volatile boolean writesFail;
        volatile boolean writesWait;
        private final CountDownLatch closed = new CountDownLatch(1);
        private volatile boolean stuck;

        boolean isStuck() {
            return stuck;
        }

        /** No time limit of a client is long enough for each server: so none needs to be long here. */
        @Override
        public void setSoTimeout(int millis) throws SocketException {
            super.setSoTimeout(Math.min(millis, 100));
        }

        @Override
        public OutputStream getOutputStream() throws IOException {
            return new FilterOutputStream(super.getOutputStream()) {
                @Override
                public void write(int b) throws IOException {
                    write(new byte[] {(byte) b}, 0, 1);
                }

                @Override
                public void write(byte[] bytes, int offset, int length) throws IOException {
                    if (writesFail) {
                        throw new SocketException("Broken pipe");
                    }
                    if (writesWait) {
                        stuck = true;
                        awaitClosed();
                        throw new SocketException("Socket closed");
                    }
                    out.write(bytes, offset, length);
                }
            };
        }

        /** An interrupt does not end a write to a socket. */
        private void awaitClosed() {
            boolean interrupted = false;
            while (closed.getCount() > 0) {
                try {
                    closed.await();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void close() throws IOException {
            closes = true;
            super.close();
            closed.countDown();
        }

        @Override
        public boolean isOutputShutdown() {
            return until.getCount() == 0 && super.isOutputShutdown();
        }

        @Override
        public void shutdownOutput() throws IOException {
            super.shutdownOutput();
            try {
                until.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
