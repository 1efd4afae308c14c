package chatlab.cli;

import chatlab.client.Backoff;
import chatlab.client.ChatConnection;
import chatlab.client.Connector;
import chatlab.client.Member;
import chatlab.client.Partners;
import chatlab.client.People;
import chatlab.protocol.Words;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Random;

/** The chat client. Two threads do its work: one has the keyboard, the other one the socket. */
final class ChatClient {
    private static final Words WORDS = new Words(ChatClient.class);

    /** A computer's name that is being looked up holds the socket's thread, and nothing can end that. */
    private static final long SOCKET_MILLIS = 500;

    /** A terminal takes the line that is being typed from the screen, or the last words would stand behind it. */
    private static final long KEYBOARD_MILLIS = 3_000;

    private static final long LAST_WORDS_MILLIS = 3_000;

    private final UserConsole console;
    private final Connector connector;
    private final Ending ending = new Ending();
    private final Uplink link = new Uplink();
    private final SentItems sentItems = new SentItems();
    private final ConnectionLoop connectionLoop;
    private final Dispatch dispatch;
    private final TypedLines typedLines;

    /** Goes in under {@code name}, or as a guest if that is empty. */
    ChatClient(UserConsole console, Names names, Connector connector, String name, Clock clock) {
        this(console, names, connector, name, clock, ConnectionLoop.GREETING_MILLIS);
    }

    /** @param greetingMillis how long a server may take to greet; after that, the client sends what is typed as raw lines */
    ChatClient(UserConsole console, Names names, Connector connector, String name, Clock clock, int greetingMillis) {
        this.console = console;
        this.connector = connector;
        Board board = new Board(console, clock);
        Partners partners = new Partners();
        Services services = new Services(
                console,
                clock,
                board,
                new EventText(clock),
                link,
                sentItems,
                names,
                partners,
                new People(),
                new Member(name),
                connector.server());
        this.connectionLoop =
                new ConnectionLoop(services, connector, ending, new Backoff(new Random()), greetingMillis);
        this.dispatch = new Dispatch(console, clock, link, sentItems, partners, ending);
        this.typedLines = new TypedLines(console, dispatch, ending);
    }

    /** Thread 1: what is typed goes to the server. */
    private void readKeyboard() throws InterruptedException {
        String typed = console.readLine();
        while (typed != null && typedLines.typed(typed)) {
            typed = console.readLine();
        }
        typedLines.endOfInput();
    }

    /** Thread 2: what the server sends goes to the screen. */
    private void readSocket(ChatConnection first) throws InterruptedException {
        ChatConnection connection = first;
        while (connection != null) {
            connectionLoop.begin(connection);
            String line = connectionLoop.nextLine();
            while (line != null) {
                connectionLoop.received(line);
                line = connectionLoop.nextLine();
            }
            connection = connectionLoop.comeBack();
        }
    }

    /** Starts both threads, waits until one of them says that it is over, and ends them. */
    Outcome run(ChatConnection first) throws InterruptedException {
        Thread keyboard = start("keyboard", this::readKeyboard);
        Thread socket = start("socket", () -> readSocket(first));
        Thread goodbye = new Thread(this::hangUp, "goodbye"); // when Ctrl-C or the system ends the program
        Runtime.getRuntime().addShutdownHook(goodbye);
        try {
            Outcome outcome = ending.await();
            boolean failed = outcome.status() == 0 && !console.isInteractive() && sentItems.hasFailures();
            return failed ? Outcome.bad(WORDS.get("failures")) : outcome;
        } finally {
            removeShutdownHook(goodbye);
            close();
            keyboard.interrupt();
            socket.interrupt();
            socket.join(SOCKET_MILLIS);
            if (console.isInteractive() && !console.showsTyping()) {
                keyboard.join(KEYBOARD_MILLIS);
            }
        }
    }

    private interface Work {
        void run() throws InterruptedException;
    }

    /** A daemon: the program may end while this thread waits for a key. */
    private Thread start(String name, Work work) {
        Thread thread = new Thread(() -> work(work), name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void work(Work work) {
        try {
            work.run();
        } catch (InterruptedException e) {
            // only run() does this, when it is over
        } catch (UncheckedIOException e) {
            ending.end(Outcome.bad(WORDS.get("console-gone"))); // as with "| head"
        } catch (RuntimeException | Error e) {
            ending.end(Outcome.bad(WORDS.get("internal", String.valueOf(e))));
        }
    }

    private void close() {
        link.close();
        connector.close();
        sentItems.close();
    }

    /** Says goodbye, but does not wait long for a server that has stopped reading. */
    private void hangUp() {
        ending.leave();
        try {
            start("last words", () -> dispatch.quit("")).join(LAST_WORDS_MILLIS);
            ending.await(TypedLines.GOODBYE_MILLIS); // the server closes: to close first may take the last words back
        } catch (InterruptedException e) {
            // then without
        }
        ending.end(Outcome.GOOD); // not before: the thread that waits for it closes the connection
        close();
    }

    private static void removeShutdownHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the program is being ended, and the hook runs
        }
    }
}
