import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A chat in which one postman empties all outboxes, on threads of the kind that you choose. */
public class ChatServer {
    private static final int BACKLOG = 50;

    /** In bytes, without the line end. */
    private static final int LONGEST_LINE = 4096;

    /** What a client can ask for: one record for each command of the grammar. */
    sealed interface Command {}

    record Say(String text) implements Command {}

    record Nick(String name) implements Command {}

    record Who() implements Command {}

    record Quit() implements Command {}

    /** A client asked for what cannot be done: it is told so, and stays connected. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1;

        Refused(String code, String words) {
            super("! " + code + ": " + words);
        }
    }

    /** A connected client. Its reader obeys what comes from it; the postman sends what waits in its outbox. */
    static final class Client {
        final Socket socket;
        final Outbox outbox = new Outbox();
        String name; // guarded by the lock of clients

        Client(String name, Socket socket) {
            this.name = name;
            this.socket = socket;
        }

        // begin client
        /** Never waits. A client that does not read is hung up on when its outbox is full. */
        void send(String line) {
            if (!outbox.put(line)) {
                System.out.println(name + " does not read: hung up");
                close(socket);
            }
            postman.ring();
        }

        /** Writes all that waits. This waits for as long as the client does not read. */
        void deliver() {
            try {
                socket.getOutputStream().write(outbox.takeAll().getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                close(socket); // the reader notices, and says goodbye
            }
            if (outbox.isDone()) {
                postman.remove(this);
                close(socket);
            }
        }
        // end client
    }

    /** The lines that wait to be sent to one client. Guarded by its own lock. */
    static final class Outbox {
        private static final int MOST_LINES = 1_000;

        private final List<String> waiting = new ArrayList<>();
        private boolean closed;

        /** False, and the outbox is closed, when it is full. Never waits. */
        synchronized boolean put(String line) {
            if (closed) {
                return true; // its client is on its way out, and this is not for it any more
            }
            if (waiting.size() == MOST_LINES) {
                close();
                return false;
            }
            waiting.add(line);
            return true;
        }

        /** Whether there is mail, or the outbox was closed, and its client is to be closed as well. */
        synchronized boolean needsVisit() {
            return closed || !waiting.isEmpty();
        }

        /** All lines that wait, each with its end. Never waits: it may be nothing. */
        synchronized String takeAll() {
            StringBuilder lines = new StringBuilder();
            for (String line : waiting) {
                lines.append(line).append('\n');
            }
            waiting.clear();
            return lines.toString();
        }

        /** What waits is still sent. */
        synchronized void close() {
            closed = true;
        }

        /** Closed and empty. */
        synchronized boolean isDone() {
            return closed && waiting.isEmpty();
        }
    }

    /** One thread that takes the mail of all clients to their sockets. */
    static final class Postman {
        private final List<Client> round = new ArrayList<>(); // guarded by this
        private boolean rung; // guarded by this

        synchronized void add(Client client) {
            round.add(client);
        }

        synchronized void remove(Client client) {
            round.remove(client);
        }

        // begin round
        /** What the postman does. */
        void doTheRounds() {
            try {
                while (true) {
                    for (Client client : awaitRing()) {
                        if (client.outbox.needsVisit()) {
                            client.deliver();
                        }
                    }
                }
            } catch (InterruptedException e) {
                // no thread interrupts it
            }
        }
        // end round

        // begin ring
        /** There is mail somewhere. Called by the readers; never waits for a socket. */
        synchronized void ring() {
            rung = true;
            notifyAll();
        }

        /** Forgets the ring before the round: a ring during the round makes another round. */
        private synchronized List<Client> awaitRing() throws InterruptedException {
            while (!rung) {
                wait();
            }
            rung = false;
            return new ArrayList<>(round);
        }
        // end ring
    }

    private static final Postman postman = new Postman();

    /** All connected clients. Guarded by itself. */
    private static final List<Client> clients = new ArrayList<>();

    private static boolean virtual;

    public static void main(String[] args) throws IOException {
        virtual = args.length > 2 && args[2].equals("virtual");
        int java = Runtime.version().feature();
        if (virtual && java < 21) {
            System.out.println("This is Java " + java + ": virtual threads came with Java 21.");
            return;
        }
        start("postman", postman::doTheRounds);
        try (ServerSocket server = new ServerSocket()) {
            server.bind(new InetSocketAddress(args[0], Integer.parseInt(args[1])), BACKLOG);
            System.out.println("Listening on " + server.getLocalSocketAddress());
            for (int number = 1; ; number++) {
                Client client = new Client("guest" + number, server.accept());
                postman.add(client);
                start("client " + number + " reader", () -> serve(client));
            }
        }
    }

    // begin start
    /** Starts a thread of the kind that was chosen. */
    private static void start(String name, Runnable task) {
        if (!virtual) {
            new Thread(task, name).start();
            return;
        }
        try { // Thread.startVirtualThread(task), by its name: the compiler of Java 17 does not know it
            Method method = Thread.class.getMethod("startVirtualThread", Runnable.class);
            Thread thread = (Thread) method.invoke(null, task);
            thread.setName(name);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
    // end start

    /** What a reader thread does. */
    private static void serve(Client me) {
        try {
            me.send("* Welcome. You are " + me.name + ". /nick NAME gives you a name.");
            join(me);
            try {
                talk(me);
            } finally {
                leave(me);
            }
        } catch (IOException e) {
            System.out.println(Thread.currentThread().getName() + ": " + e.getMessage());
        } finally {
            me.outbox.close();
            postman.ring(); // it brings the last words, and closes the socket
        }
    }

    private static void talk(Client me) throws IOException {
        LineReader in = new LineReader(me.socket.getInputStream());
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            try {
                Command command = parse(clean(line));
                if (command instanceof Quit) {
                    return;
                }
                obey(me, command);
            } catch (Refused e) {
                me.send(e.getMessage());
            }
        }
    }

    /** A text in which nothing can be taken for the end of a line. */
    static String clean(String line) {
        return line.replaceAll("[\\p{IsControl}\\u2028\\u2029&&[^\\t]]", " ");
    }

    /** What a line means. A slash and a letter begin a command; everything else is said. */
    static Command parse(String line) throws Refused {
        if (!line.matches("/[A-Za-z].*")) {
            return new Say(line);
        }
        String[] words = line.substring(1).split(" ", 2);
        String rest = words.length == 2 ? words[1] : "";
        return switch (words[0].toLowerCase(Locale.ROOT)) {
            case "say" -> new Say(rest);
            case "nick" -> new Nick(rest);
            case "who" -> new Who();
            case "quit" -> new Quit();
            default -> throw new Refused("unknown-command", "There is no /" + words[0]);
        };
    }

    private static void obey(Client me, Command command) throws Refused {
        if (command instanceof Say say) {
            if (!say.text().isBlank()) {
                broadcast(me, "<" + me.name + "> " + say.text());
            }
        } else if (command instanceof Nick nick) {
            rename(me, nick.name());
        } else if (command instanceof Who) {
            me.send("* Here are: " + everyone());
        }
    }

    /** Whether a person can have this name. The names of guests cannot be chosen. */
    static boolean isName(String name) {
        return name.matches("[A-Za-z][A-Za-z0-9_-]{0,19}")
                && !name.toLowerCase(Locale.ROOT).startsWith("guest");
    }

    private static void rename(Client me, String name) throws Refused {
        if (!isName(name)) {
            throw new Refused("bad-name", "A name is 1 to 20 letters, digits, - or _");
        }
        synchronized (clients) {
            Client other = find(name);
            if (other != null && other != me) {
                throw new Refused("name-taken", "Another person is called " + other.name);
            }
            String old = me.name;
            me.name = name;
            me.send("* You are now " + name + ".");
            broadcast(me, "* " + old + " is now " + name + ".");
        }
    }

    /** The client of that name, or null. The caller holds the lock of clients. */
    private static Client find(String name) {
        for (Client client : clients) {
            if (client.name.equalsIgnoreCase(name)) {
                return client;
            }
        }
        return null;
    }

    private static String everyone() {
        synchronized (clients) {
            List<String> names = new ArrayList<>();
            for (Client client : clients) {
                names.add(client.name);
            }
            return String.join(", ", names);
        }
    }

    private static void join(Client me) {
        synchronized (clients) {
            clients.add(me);
        }
        broadcast(me, "* " + me.name + " joined.");
    }

    private static void leave(Client me) {
        synchronized (clients) {
            clients.remove(me);
        }
        broadcast(me, "* " + me.name + " left.");
    }

    private static void broadcast(Client from, String line) {
        synchronized (clients) {
            for (Client client : clients) {
                if (client != from) {
                    client.send(line);
                }
            }
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // it is closed all the same
        }
    }

    /** Framing: where one line ends and the next one begins. A stream of bytes does not say it. */
    private static final class LineReader {
        private final InputStream in;
        private final byte[] buffer = new byte[LONGEST_LINE + 1];
        private int filled; // that many bytes of the buffer have come and were not taken yet

        LineReader(InputStream in) {
            this.in = in;
        }

        /** Waits for the next whole line. Returns null when the stream has ended. */
        String readLine() throws IOException {
            int lineEnd = findLineEnd();
            while (lineEnd < 0) {
                if (filled == buffer.length) {
                    throw new IOException("a line of more than " + LONGEST_LINE + " bytes");
                }
                int count = in.read(buffer, filled, buffer.length - filled);
                if (count < 0) {
                    return null;
                }
                filled += count;
                lineEnd = findLineEnd();
            }
            return takeLine(lineEnd);
        }

        private int findLineEnd() {
            for (int i = 0; i < filled; i++) {
                if (buffer[i] == '\n') {
                    return i;
                }
            }
            return -1;
        }

        /** Takes one line out of the buffer, and moves what came after it to the front. */
        private String takeLine(int lineEnd) {
            boolean fromWindows = lineEnd > 0 && buffer[lineEnd - 1] == '\r';
            int length = fromWindows ? lineEnd - 1 : lineEnd;
            String line = new String(buffer, 0, length, StandardCharsets.UTF_8);
            filled -= lineEnd + 1;
            System.arraycopy(buffer, lineEnd + 1, buffer, 0, filled);
            return line;
        }
    }
}
