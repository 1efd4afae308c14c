import chatlab.tutorials.grading.Checks;
import chatlab.tutorials.grading.Exercise;
import chatlab.tutorials.grading.ProgramConsole;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/** Plays keyboard, screen and server for a terminal client. */
public final class Check implements Exercise {
    @Override
    public void check(Checks checks) {
        checks.step("typed", () -> typed(checks));
        checks.step("shown", () -> shown(checks));
        checks.step("server-ends", () -> serverEnds(checks));
        checks.step("input-ends", () -> inputEnds(checks));
        checks.step("broken", () -> broken(checks));
    }

    private void typed(Checks checks) throws Exception {
        try (Chat chat = new Chat()) {
            checks.within("kept-back", () -> {
                chat.console.type("hello");
                Checks.equal("kept-back", "hello", chat.serverReads());
                chat.console.type("grüß dich, 你好");
                Checks.equal("kept-back", "grüß dich, 你好", chat.serverReads());
            });
        }
    }

    private void shown(Checks checks) throws Exception {
        try (Chat chat = new Chat()) {
            checks.within("one-thread", () -> {
                chat.serverSays("<bob> are you there?");
                Checks.equal("one-thread", "<bob> are you there?", chat.console.line());
                chat.serverSays("<bob> ada?\n<bob> grüß dich");
                Checks.equal("one-thread", "<bob> ada?", chat.console.line());
                Checks.equal("one-thread", "<bob> grüß dich", chat.console.line());
                for (int i = 0; i < 100; i++) {
                    chat.console.type("line " + i);
                }
                for (int i = 0; i < 100; i++) {
                    Checks.equal("one-thread", "line " + i, chat.serverReads());
                }
            });
        }
    }

    private void serverEnds(Checks checks) throws Exception {
        Set<Thread> before = threads();
        try (Chat chat = new Chat()) {
            checks.within(
                    "kept-back",
                    () -> { // once it has sent a line, the keyboard's thread waits for the next
                        chat.console.type("bye");
                        Checks.equal("kept-back", "bye", chat.serverReads());
                    });
            chat.serverSays("* Goodbye.");
            checks.within("one-thread", () -> Checks.equal("one-thread", "* Goodbye.", chat.console.line()));
            chat.server.close();
            checks.within("waits-for-keyboard", chat::awaitReturn);
            chat.checkThrown("server-ends");
            Thread left = threadLeft(before, chat);
            if (left != null) {
                throw Checks.wrong(
                        "program-stays",
                        "no thread that keeps the program from ending",
                        "the thread \"" + left.getName() + "\", which is no daemon and still waits for the keyboard");
            }
        }
    }

    private void inputEnds(Checks checks) throws Exception {
        try (Chat chat = new Chat()) {
            chat.console.type("/quit");
            chat.console.endInput();
            checks.within("kept-back", () -> Checks.equal("kept-back", "/quit", chat.serverReads()));
            checks.within("no-goodbye", () -> {
                String more = chat.serverReads();
                Checks.that("no-goodbye", more == null, "the end of the stream", Checks.quoted(more));
            });
            checks.within("hangs-up-early", () -> {
                chat.serverSays("* You have said 1 line.");
                chat.serverSays("* Goodbye.");
                Checks.equal("hangs-up-early", "* You have said 1 line.", chat.console.line());
                Checks.equal("hangs-up-early", "* Goodbye.", chat.console.line());
            });
            chat.server.close();
            checks.within("hang", chat::awaitReturn);
            chat.checkThrown("hangs-up-early");
        }
    }

    private void broken(Checks checks) throws Exception {
        try (Chat chat = new Chat()) {
            chat.serverSays("* You are guest1.");
            checks.within("one-thread", () -> Checks.equal("one-thread", "* You are guest1.", chat.console.line()));
            chat.server.setSoLinger(true, 0);
            chat.server.close();
            checks.within("waits-for-keyboard", chat::awaitReturn);
            chat.checkThrown("breaks-with-it");
        }
    }

    private static Set<Thread> threads() {
        return new HashSet<>(Thread.getAllStackTraces().keySet());
    }

    /** A new thread that is no daemon and lives on, or null. */
    private static Thread threadLeft(Set<Thread> before, Chat chat) throws InterruptedException {
        for (Thread thread : threads()) {
            if (!before.contains(thread) && thread != chat.thread && !thread.isDaemon()) {
                if (!Checks.comesTrue(() -> !thread.isAlive())) {
                    return thread;
                }
            }
        }
        return null;
    }

    /** The student's client in a thread, with a keyboard, a screen and a server. */
    private static final class Chat implements Closeable {
        final ProgramConsole console = ProgramConsole.open();
        final Thread thread;
        final Socket server;
        private final BufferedReader in;
        private volatile Throwable thrown;

        Chat() throws IOException {
            try (ServerSocket listener = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"))) {
                int port = listener.getLocalPort();
                thread = new Thread(() -> chat(port), "main of the client");
                thread.setDaemon(false); // as a real main thread: what it starts is no daemon by itself
                thread.start();
                server = listener.accept();
            }
            in = new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
        }

        private void chat(int port) {
            try {
                TwoInputs.chat("127.0.0.1", port);
            } catch (Throwable e) {
                thrown = e;
            }
        }

        void serverSays(String text) throws IOException {
            try {
                server.getOutputStream().write((text + "\n").getBytes(StandardCharsets.UTF_8));
            } catch (SocketException e) {
                // the client has hung up: it will be missed on the screen
            }
        }

        /** The next line that the client has sent; null at the end of its stream. */
        String serverReads() throws IOException {
            return in.readLine();
        }

        void awaitReturn() throws InterruptedException {
            thread.join();
        }

        void checkThrown(String key) {
            Checks.that(key, thrown == null, "that chat returns", "that it throws " + thrown);
        }

        @Override
        public void close() throws IOException {
            server.close();
            console.close();
        }
    }
}
