import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;

/** Takes the mail of all clients to their sockets. One thread does it, the postman; each ring tells it where there is mail. */
public final class Delivery implements AutoCloseable {
    /** A client as the postman sees it. */
    public interface Client {
        /** Whether there is something in the client's outbox. Never waits, and throws nothing. */
        boolean hasMail();

        /**
         * Writes all that is in the client's outbox to its socket. Waits for as long as the client does not read.
         *
         * @throws IOException when the connection is broken
         */
        void deliver() throws IOException;
    }

    private final Set<Client> clients = ConcurrentHashMap.newKeySet();
    private final Set<Client> waiting = ConcurrentHashMap.newKeySet();
    private final Queue<Client> rung = new ArrayDeque<>(); // in the order of the rings
    private final Semaphore bell = new Semaphore(0);
    private volatile boolean closed;

    /** Starts the postman, in a thread that {@code threads} makes: which kind of thread that is, is its choice. */
    public Delivery(ThreadFactory threads) {
        threads.newThread(this::work).start();
    }

    /** From now on this client is served. */
    public void add(Client client) {
        clients.add(client);
    }

    /** From now on this client is not served. */
    public void remove(Client client) {
        clients.remove(client);
    }

    /** There is mail in the outbox of this client. */
    public void ring(Client client) {
        if (waiting.add(client)) {
            rung.add(client);
            bell.release();
        }
    }

    /** Ends the postman. */
    @Override
    public void close() {
        closed = true;
        bell.release();
    }

    private void work() {
        while (true) {
            bell.acquireUninterruptibly();
            if (closed) {
                return;
            }
            Client client = rung.poll();
            if (client != null) {
                waiting.remove(client);
                visit(client);
            }
        }
    }

    private void visit(Client client) {
        try {
            if (clients.contains(client) && client.hasMail()) {
                client.deliver();
            }
        } catch (IOException | RuntimeException e) {
            clients.remove(client);
        }
    }
}
