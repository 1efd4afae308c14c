import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Method;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** A chat that may be left alone with strangers: it has limits, and if you like, it speaks TLS. */
public class ChatServer {
    private static final int BACKLOG = 50;

    /** In bytes, without the line end. */
    private static final int LONGEST_LINE = 4096;

    /** Milliseconds from the first byte of a line to its end. */
    private static final int LONGEST_WAIT = 60_000;

    private static final int MOST_CLIENTS = 200;
    private static final int MOST_PER_ADDRESS = 32;

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

    /** A client does what no chat client does: it is told so, and hung up on. */
    static final class Stranger extends IOException {
        private static final long serialVersionUID = 1;

        Stranger(String words) {
            super(words);
        }
    }

    // begin admission
    /** Counts the clients that are here. Each is counted once, and taken back once. */
    static final class Admission {
        private final Map<InetAddress, Integer> clients = new HashMap<>(); // guarded by this
        private int all; // guarded by this

        /** False, and nothing is counted, when there is no room. */
        synchronized boolean enter(InetAddress address) {
            int here = clients.getOrDefault(address, 0);
            if (all == MOST_CLIENTS || here == MOST_PER_ADDRESS) {
                return false;
            }
            clients.put(address, here + 1);
            all++;
            return true;
        }

        synchronized void leave(InetAddress address) {
            int here = clients.remove(address) - 1;
            if (here > 0) {
                clients.put(address, here);
            }
            all--;
        }
    }
    // end admission

    /** A connected client. Its reader obeys what comes from it; the postman sends what waits in its outbox. */
    static final class Client {
        final int number;
        final Socket socket;
        final InputStream in;
        final OutputStream out;
        final Outbox outbox = new Outbox();
        String name; // guarded by the lock of clients

        /** {@code secure} is the socket itself, or TLS on top of it. */
        Client(int number, Socket socket, Socket secure) throws IOException {
            this.number = number;
            this.name = "guest" + number;
            this.socket = socket;
            this.in = secure.getInputStream();
            this.out = secure.getOutputStream();
        }

        /** Never waits. A client that does not read is hung up on when its outbox is full. */
        void send(String line) {
            if (!outbox.put(line)) {
                System.out.println(name + " does not read: hung up");
                close(socket);
            }
            postOffice.ring();
        }

        /** Writes all that waits: at once, or when the client reads, or never. */
        void deliver() {
            try {
                String text = String.join("\n", outbox.takeAll()) + "\n";
                out.write(text.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                close(socket); // the reader notices, and says goodbye
            } finally {
                outbox.delivered();
            }
        }
    }

    /** The lines that wait to be sent to one client. Guarded by its own lock. */
    static final class Outbox {
        private static final int MOST_LINES = 1_000;

        private List<String> waiting = new ArrayList<>();
        private boolean onTheWay; // what was taken is being written
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

        synchronized boolean hasMail() {
            return !waiting.isEmpty();
        }

        /** Waits until there is mail. False when there will be none. */
        synchronized boolean awaitMail() throws InterruptedException {
            while (waiting.isEmpty() && !closed) {
                wait();
            }
            return !waiting.isEmpty();
        }

        synchronized List<String> takeAll() {
            List<String> taken = waiting;
            waiting = new ArrayList<>();
            onTheWay = true;
            return taken;
        }

        synchronized void delivered() {
            onTheWay = false;
            notifyAll();
        }

        synchronized void close() {
            closed = true;
            notifyAll();
        }

        /** Waits until all has been written, but no longer than a second. */
        synchronized void awaitDelivered() throws InterruptedException {
            for (int i = 0; i < 10 && (onTheWay || !waiting.isEmpty()); i++) {
                wait(100);
            }
        }
    }

    /** Sees to it that one postman does the rounds, and that no client can hold it up. */
    static final class PostOffice {
        private static final int LOOK_EVERY_MS = 10;

        private final List<Client> round = new ArrayList<>(); // guarded by this, as all below
        private boolean rung;
        private Thread onDuty;
        private Client visiting; // the client that the postman is at, or null
        private long visits;

        synchronized void open() {
            hire();
            start("watchdog", this::watch);
        }

        synchronized void add(Client client) {
            round.add(client);
        }

        synchronized void remove(Client client) {
            round.remove(client);
        }

        /** There is mail somewhere. Never waits for a socket. */
        synchronized void ring() {
            rung = true;
            notifyAll();
        }

        /** What the postman does. */
        private void doTheRounds() {
            try {
                while (true) {
                    for (Client client : awaitRing()) {
                        if (client.outbox.hasMail()) {
                            arriveAt(client);
                            client.deliver();
                            if (!goOn()) {
                                stayAt(client);
                                return;
                            }
                        }
                    }
                }
            } catch (InterruptedException e) {
                // no thread interrupts it
            }
        }

        /** Forgets the ring before the round: a ring during the round makes another round. */
        private synchronized List<Client> awaitRing() throws InterruptedException {
            while (!rung) {
                wait();
            }
            rung = false;
            return new ArrayList<>(round);
        }

        private synchronized void arriveAt(Client client) {
            visiting = client;
            visits++;
        }

        /** False when this took so long that another postman is on duty now. */
        private synchronized boolean goOn() {
            if (Thread.currentThread() != onDuty) {
                return false;
            }
            visiting = null;
            return true;
        }

        /** What a relieved postman does: it is the writer of this one client from now on. */
        private static void stayAt(Client client) throws InterruptedException {
            while (client.outbox.awaitMail()) {
                client.deliver();
            }
        }

        /** What the watchdog does. */
        private void watch() {
            long before = 0;
            try {
                while (true) {
                    Thread.sleep(LOOK_EVERY_MS);
                    before = look(before);
                }
            } catch (InterruptedException e) {
                // no thread interrupts it
            }
        }

        /** If the postman is still on the visit of the last look, another one takes over the round. */
        private synchronized long look(long before) {
            if (visiting != null && visits == before) {
                onDuty.setName("client " + visiting.number + " writer");
                round.remove(visiting);
                visiting = null;
                hire();
            }
            return visits;
        }

        private synchronized void hire() {
            onDuty = start("postman", this::doTheRounds);
            ring(); // the round that was broken off is done again
        }
    }

    private static final PostOffice postOffice = new PostOffice();
    private static final Admission admission = new Admission();

    /** All connected clients. Guarded by itself. */
    private static final List<Client> clients = new ArrayList<>();

    private static boolean virtual;
    private static SSLSocketFactory tls; // null: plain text

    /** Arguments: an address, a port, and perhaps the words "virtual" and "tls". */
    public static void main(String[] args) throws Exception {
        List<String> options = List.of(args).subList(2, args.length);
        virtual = options.contains("virtual");
        int java = Runtime.version().feature();
        if (virtual && java < 21) {
            System.out.println("This is Java " + java + ": virtual threads came with Java 21.");
            return;
        }
        tls = options.contains("tls") ? openTls() : null;
        postOffice.open();
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
            if (admission.enter(socket.getInetAddress())) {
                startReader(socket, number);
            } else {
                turnAway(socket); // before a thread is made for it
            }
        } catch (IOException e) {
            System.out.println("accept: " + e.getMessage());
            Thread.sleep(100); // or it would fail again at once, and do nothing else
        }
    }

    /** A new connection has room for a short line, so this does not wait. */
    private static void turnAway(Socket socket) throws IOException {
        try (socket) {
            if (tls == null) {
                String words = "! full: There are too many here, or too many from your address.\n";
                socket.getOutputStream().write(words.getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static void startReader(Socket socket, int number) {
        try {
            start("client " + number + " reader", () -> serve(socket, number));
        } catch (OutOfMemoryError e) { // the system has no more threads to give
            admission.leave(socket.getInetAddress());
            close(socket);
        }
    }
    // end accept

    /** Starts a thread of the kind that was chosen. */
    private static Thread start(String name, Runnable task) {
        if (!virtual) {
            Thread thread = new Thread(task, name);
            thread.start();
            return thread;
        }
        try { // Thread.startVirtualThread(task), by its name: the compiler of Java 17 does not know it
            Method method = Thread.class.getMethod("startVirtualThread", Runnable.class);
            Thread thread = (Thread) method.invoke(null, task);
            thread.setName(name);
            return thread;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a reader thread does. */
    private static void serve(Socket socket, int number) {
        try (socket) {
            Client me = new Client(number, socket, tls == null ? socket : shakeHands(socket));
            postOffice.add(me);
            me.send("* Welcome. You are " + me.name + ". /nick NAME gives you a name.");
            join(me);
            try {
                talk(me);
            } catch (Stranger e) {
                me.send("! goodbye: " + e.getMessage());
            } finally {
                leave(me);
                me.outbox.close();
                me.outbox.awaitDelivered(); // time for the last words; the socket is closed after that
                postOffice.remove(me);
            }
        } catch (IOException | InterruptedException e) {
            System.out.println(Thread.currentThread().getName() + ": " + e.getMessage());
        } finally {
            admission.leave(socket.getInetAddress());
        }
    }

    private static void talk(Client me) throws IOException {
        LineReader in = new LineReader(me);
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

    // begin tls
    private static final String KEY_FILE = "chat.p12";
    private static final String PASSWORD = "changeit"; // a person that can read this file does not need it

    /** Reads the server's private key and its certificate. The first time, both are made. */
    private static SSLSocketFactory openTls() throws Exception {
        if (Files.notExists(Path.of(KEY_FILE))) {
            makeKey();
        }
        KeyStore store = KeyStore.getInstance(new File(KEY_FILE), PASSWORD.toCharArray());
        KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
        keys.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        byte[] certificate = store.getCertificate("chat").getEncoded();
        byte[] print = MessageDigest.getInstance("SHA-256").digest(certificate);
        System.out.println("Fingerprint of my certificate: " + HexFormat.of().formatHex(print));
        return context.getSocketFactory();
    }

    /** A client that connects and says nothing is gone after ten seconds. */
    private static Socket shakeHands(Socket socket) throws IOException {
        socket.setSoTimeout(10_000);
        SSLSocket secure = (SSLSocket) tls.createSocket(socket, null, true);
        secure.startHandshake();
        return secure;
    }
    // end tls

    /** With keytool, which is a part of every JDK. */
    private static void makeKey() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of("-genkeypair", "-alias", "chat", "-keyalg", "EC", "-validity", "365"));
        command.addAll(List.of("-dname", "CN=Chat", "-storetype", "PKCS12", "-keystore", KEY_FILE));
        command.addAll(List.of("-storepass", PASSWORD));
        int status = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (status != 0) {
            throw new IOException("keytool could not make a key");
        }
    }

    /** Framing: where one line ends and the next one begins. A stream of bytes does not say it. */
    private static final class LineReader {
        private final Socket socket;
        private final InputStream in;
        private final byte[] buffer = new byte[LONGEST_LINE + 1];
        private int filled; // that many bytes of the buffer have come and were not taken yet
        private long begunAt; // when the first of these came, by nanoTime

        LineReader(Client client) {
            this.socket = client.socket;
            this.in = client.in;
        }

        // begin readLine
        /** Waits for the next whole line. Returns null when the stream has ended. */
        String readLine() throws IOException {
            int lineEnd = findLineEnd();
            while (lineEnd < 0) {
                if (filled == buffer.length) {
                    throw new Stranger("a line of more than " + LONGEST_LINE + " bytes");
                }
                int count = readSome();
                if (count < 0) {
                    return null;
                }
                if (filled == 0) {
                    begunAt = System.nanoTime();
                }
                filled += count;
                lineEnd = findLineEnd();
            }
            begunAt = System.nanoTime(); // what has come after this line is the beginning of the next
            return takeLine(lineEnd);
        }

        /** Waits for ever as long as no line is begun: a silent client does no harm. */
        private int readSome() throws IOException {
            long waited = (System.nanoTime() - begunAt) / 1_000_000;
            try {
                if (filled == 0) {
                    socket.setSoTimeout(0); // for ever
                } else if (waited < LONGEST_WAIT) {
                    socket.setSoTimeout((int) (LONGEST_WAIT - waited));
                } else {
                    throw new SocketTimeoutException();
                }
                return in.read(buffer, filled, buffer.length - filled);
            } catch (SocketTimeoutException e) {
                throw new Stranger("a line that was begun and not ended");
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
