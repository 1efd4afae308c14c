import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

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

    private final Set<Client> served = new HashSet<>(); // guarded by this
    private final Set<Client> rung = new HashSet<>(); // those whose visit is a task of the pool; guarded by this
    private final ThreadPoolExecutor postman; // a pool of one thread, which takes its tasks in their order

    /** Starts the postman, in a thread that {@code threads} makes: which kind of thread that is, is its choice. */
    public Delivery(ThreadFactory threads) {
        postman = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), threads);
        postman.prestartCoreThread();
    }

    /** From now on this client is served. */
    public synchronized void add(Client client) {
        served.add(client);
    }

    /** From now on this client is not served. */
    public synchronized void remove(Client client) {
        served.remove(client);
    }

    /** There is mail in the outbox of this client. */
    public synchronized void ring(Client client) {
        if (rung.add(client)) {
            postman.execute(() -> visit(client));
        }
    }

    /** Ends the postman. */
    @Override
    public void close() {
        postman.shutdownNow();
    }

    /** One task of the pool. What it throws does not harm the other tasks. */
    private void visit(Client client) {
        if (!begin(client)) {
            return;
        }
        boolean failed = true;
        try {
            if (client.hasMail()) {
                client.deliver();
            }
            failed = false;
        } catch (IOException e) {
            System.err.println("The connection is broken: " + e.getMessage());
        } finally {
            if (failed) {
                remove(client);
            }
        }
    }

    /** Forgets the ring before the visit. False when this client is not served any more. */
    private synchronized boolean begin(Client client) {
        rung.remove(client);
        return served.contains(client);
    }
}
