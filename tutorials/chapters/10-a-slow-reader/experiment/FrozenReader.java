import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;

/** ada speaks, bob reads, and eve is connected but does not read. First without outboxes, then with them. */
public class FrozenReader {
    private static final byte[] LINE = ("x".repeat(999) + "\n").getBytes(UTF_8);
    private static final int LINES = 10_000;

    /** ada says so many lines, and goes on when bob has them. */
    private static final int AT_ONCE = 100;

    private static final int MOST_LINES = 1_000;

    /** How a line gets to a client. */
    private interface Client {
        void send(byte[] line) throws IOException;
    }

    /** The clients that hear ada. Guarded by itself. */
    private static final List<Client> clients = new ArrayList<>();

    public static void main(String[] args) throws Exception {
        System.out.println("Without outboxes:");
        withoutOutboxes();
        System.out.println("With outboxes:");
        withOutboxes();
    }

    private static void withoutOutboxes() throws Exception {
        try (Connection toBob = new Connection();
                Connection toEve = new Connection()) {
            meet(toBob.out()::write, toEve.out()::write);
            AtomicLong bobHas = countBytes(toBob);
            Thread ada = start("ada", () -> speak(bobHas));
            awaitStandstill(ada, bobHas);
            System.out.println("  bob has got " + bobHas.get() / LINE.length + " lines, and nothing comes any more");
            System.out.println("  the thread that broadcasts for ada: " + ada.getState() + inWrite(ada));
            Thread cyd = start("cyd", () -> join(line -> {}));
            awaitBlocked(cyd);
            System.out.println("  the thread of cyd, who wants to join: " + cyd.getState());
            toEve.client.close();
            ada.join();
            System.out.println("  eve has hung up: now bob has all " + bobHas.get() / LINE.length);
        }
    }

    private static void withOutboxes() throws Exception {
        try (Connection toBob = new Connection();
                Connection toEve = new Connection()) {
            Outbox forBob = new Outbox(toBob);
            Outbox forEve = new Outbox(toEve);
            meet(forBob, forEve);
            AtomicLong bobHas = countBytes(toBob);
            Thread ada = start("ada", () -> speak(bobHas));
            ada.join();
            System.out.println("  bob has got " + bobHas.get() / LINE.length + " lines, which is all");
            System.out.println("  the thread that broadcasts for ada: " + ada.getState());
            System.out.println("  eve was hung up on: " + toEve.server.isClosed());
        }
    }

    // begin broadcast
    private static void broadcast(byte[] line) {
        synchronized (clients) {
            for (Client client : clients) {
                try {
                    client.send(line);
                } catch (IOException e) {
                    // its own thread says goodbye for it
                }
            }
        }
    }
    // end broadcast

    private static void join(Client client) {
        synchronized (clients) {
            clients.add(client);
        }
    }

    private static void meet(Client bob, Client eve) {
        synchronized (clients) {
            clients.clear();
            clients.add(bob);
            clients.add(eve);
        }
    }

    /** What ada does: a hundred lines, then she waits until bob has them. */
    private static void speak(AtomicLong bobHas) throws InterruptedException {
        for (long said = 1; said <= LINES; said++) {
            broadcast(LINE);
            while (said % AT_ONCE == 0 && bobHas.get() < said * LINE.length) {
                Thread.sleep(1);
            }
        }
    }

    /** The two ends of a connection. */
    private static final class Connection implements AutoCloseable {
        final Socket server;
        final Socket client;

        Connection() throws IOException {
            try (ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
                client = new Socket(listener.getInetAddress(), listener.getLocalPort());
                server = listener.accept();
                server.setTcpNoDelay(true); // no line waits for the next one
            }
        }

        OutputStream out() throws IOException {
            return server.getOutputStream();
        }

        @Override
        public void close() throws IOException {
            client.close();
            server.close();
        }
    }

    // begin outbox
    /** What waits for one client, and the thread that sends it. */
    private static final class Outbox implements Client {
        private final BlockingQueue<byte[]> waiting = new ArrayBlockingQueue<>(MOST_LINES);
        private final Connection connection;

        Outbox(Connection connection) {
            this.connection = connection;
            start("writer", this::write);
        }

        /** Never waits: when there is no room, it hangs up. */
        @Override
        public void send(byte[] line) throws IOException {
            if (!waiting.offer(line)) {
                connection.close();
            }
        }

        private void write() throws IOException, InterruptedException {
            OutputStream out = connection.out();
            while (true) {
                out.write(waiting.take());
            }
        }
    }
    // end outbox

    /** A client that reads all that comes, and counts it. */
    private static AtomicLong countBytes(Connection connection) {
        AtomicLong count = new AtomicLong();
        start("reading client", () -> {
            InputStream in = connection.client.getInputStream();
            byte[] buffer = new byte[64 * 1024];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                count.addAndGet(n);
            }
        });
        return count;
    }

    /** Waits until nothing has come for half a second. */
    private static void awaitStandstill(Thread ada, AtomicLong count) throws InterruptedException {
        long before = -1;
        while (ada.isAlive() && (before != count.get() || inWrite(ada).isEmpty())) {
            before = count.get();
            Thread.sleep(500);
        }
    }

    private static void awaitBlocked(Thread thread) throws InterruptedException {
        for (int i = 0; i < 200 && thread.getState() != Thread.State.BLOCKED; i++) {
            Thread.sleep(10);
        }
    }

    private static String inWrite(Thread thread) {
        boolean inWrite = Arrays.stream(thread.getStackTrace())
                .anyMatch(frame -> frame.getClassName().endsWith("SocketOutputStream"));
        return inWrite ? ", in a write to a socket" : "";
    }

    private interface Work {
        void run() throws Exception;
    }

    private static Thread start(String name, Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (Exception e) {
                        // this part of the experiment is over
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
