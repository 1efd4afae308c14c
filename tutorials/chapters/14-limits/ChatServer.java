import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;

/** A chat with limits: no client can take all of its memory, its threads or its time. */
public class ChatServer {
    private static final int BACKLOG = 50;

    /** In bytes, without the line end. */
    private static final int LONGEST_LINE = 4096;

    /** In milliseconds: from the first byte of a line to its end. */
    private static final int LONGEST_LINE_TIME = 60_000;

    /** In milliseconds: between two lines. */
    private static final int LONGEST_SILENCE = 30 * 60_000;

    /** Each of them costs two threads. */
    private static final int MOST_CLIENTS = 200;

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

    /** A client goes beyond a limit: it is told so, and its connection ends. */
    static final class LimitExceeded extends IOException {
        private static final long serialVersionUID = 1;

        LimitExceeded(String words) {
            super(words);
        }
    }

    /** A connected client. Its reader obeys what comes from it, its writer sends what waits in its outbox. */
    static final class Client {
        final Socket socket;
        final Outbox outbox = new Outbox();
        String name; // guarded by the lock of clients

        Client(String name, Socket socket) {
            this.name = name;
            this.socket = socket;
        }

        /** Never waits. A client that does not read is hung up on when its outbox is full. */
        void send(String line) {
            if (!outbox.put(line)) {
                System.out.println(name + " does not read: hung up");
                close(socket);
            }
        }
    }

    /** The lines that wait to be sent to one client. Guarded by its own lock. */
    static final class Outbox {
        private static final int MOST_LINES = 1_000;

        private List<String> waiting = new ArrayList<>();
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
            notifyAll();
            return true;
        }

        /** Waits until there is something, and takes all of it: nothing, if it is closed and empty. */
        synchronized List<String> takeAll() throws InterruptedException {
            while (waiting.isEmpty() && !closed) {
                wait();
            }
            List<String> taken = waiting;
            waiting = new ArrayList<>();
            return taken;
        }

        synchronized void close() {
            closed = true;
            notifyAll();
        }
    }

    /** All connected clients. Guarded by itself. */
    private static final List<Client> clients = new ArrayList<>();

    /** One permit for each client that may still come. */
    private static final Semaphore ROOM = new Semaphore(MOST_CLIENTS);

    public static void main(String[] args) throws IOException, InterruptedException {
        try (ServerSocket server = new ServerSocket()) {
            server.bind(new InetSocketAddress(args[0], Integer.parseInt(args[1])), BACKLOG);
            System.out.println("Listening on " + server.getLocalSocketAddress());
            for (int number = 1; ; number++) {
                acceptOne(server, number);
            }
        }
    }

    // begin accept
    /** Nothing that goes wrong with one client may end the loop in which all others arrive. */
    private static void acceptOne(ServerSocket server, int number) throws InterruptedException {
        try {
            Socket socket = server.accept();
            if (ROOM.tryAcquire()) {
                startThreads(new Client("guest" + number, socket), number);
            } else {
                turnAway(socket); // before a thread is made for it
            }
        } catch (IOException e) {
            System.out.println("accept: " + e.getMessage());
            Thread.sleep(100); // or it would fail again at once, and do nothing else
        }
    }

    private static void startThreads(Client client, int number) {
        try {
            Thread writer = new Thread(() -> write(client), "client " + number + " writer");
            writer.start();
            new Thread(() -> serve(client, writer), "client " + number + " reader").start();
        } catch (OutOfMemoryError e) { // the system has no more threads to give
            client.outbox.close(); // a writer that has started ends
            close(client.socket);
            ROOM.release();
        }
    }

    /** A new connection has room for a short line, so this does not wait. */
    private static void turnAway(Socket socket) throws IOException {
        try (socket) {
            String words = "! full: There are too many people here.\n";
            socket.getOutputStream().write(words.getBytes(StandardCharsets.UTF_8));
        }
    }
    // end accept

    // begin serve
    /** What a reader thread does. */
    private static void serve(Client me, Thread writer) {
        try (me.socket) {
            me.send("* Welcome. You are " + me.name + ". /nick NAME gives you a name.");
            join(me);
            try {
                talk(me);
            } catch (LimitExceeded e) {
                me.send("! goodbye: " + e.getMessage());
            } finally {
                leave(me);
                me.outbox.close();
                writer.join(1_000); // time for the last words; the socket is closed after that
            }
        } catch (IOException | InterruptedException e) {
            System.out.println(Thread.currentThread().getName() + ": " + e.getMessage());
        } finally {
            ROOM.release();
        }
    }
    // end serve

    /** What a writer thread does: it sends what waits, until the outbox is closed and empty. */
    private static void write(Client me) {
        try {
            OutputStream out = me.socket.getOutputStream();
            List<String> lines = me.outbox.takeAll();
            while (!lines.isEmpty()) {
                String text = String.join("\n", lines) + "\n";
                out.write(text.getBytes(StandardCharsets.UTF_8));
                lines = me.outbox.takeAll();
            }
        } catch (IOException | InterruptedException e) {
            close(me.socket); // the reader notices, and says goodbye
        }
    }

    private static void talk(Client me) throws IOException {
        LineReader in = new LineReader(me.socket);
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
        private final Socket socket;
        private final InputStream in;
        private final byte[] buffer = new byte[LONGEST_LINE + 1];
        private int filled; // that many bytes of the buffer have come and were not taken yet
        private long since = System.nanoTime(); // the first of these came, or the silence began

        LineReader(Socket socket) throws IOException {
            this.socket = socket;
            this.in = socket.getInputStream();
        }

        // begin readLine
        /** Waits for the next whole line. Returns null when the stream has ended. */
        String readLine() throws IOException {
            int lineEnd = findLineEnd();
            while (lineEnd < 0) {
                if (filled == buffer.length) {
                    throw new LimitExceeded("a line of more than " + LONGEST_LINE + " bytes");
                }
                int count = readSome();
                if (count < 0) {
                    return null;
                }
                if (filled == 0) {
                    since = System.nanoTime(); // a line begins
                }
                filled += count;
                lineEnd = findLineEnd();
            }
            since = System.nanoTime(); // the next line begins, or silence
            return takeLine(lineEnd);
        }

        /** Reads once. Waits no longer than what is left of the time for this line, or for silence. */
        private int readSome() throws IOException {
            boolean silent = filled == 0;
            long limit = silent ? LONGEST_SILENCE : LONGEST_LINE_TIME;
            long left = limit - (System.nanoTime() - since) / 1_000_000;
            try {
                if (left <= 0) {
                    throw new SocketTimeoutException();
                }
                socket.setSoTimeout((int) left);
                return in.read(buffer, filled, buffer.length - filled);
            } catch (SocketTimeoutException e) {
                throw new LimitExceeded(silent ? "nothing was said for too long" : "a line was begun and not ended");
            }
        }
        // end readLine

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
