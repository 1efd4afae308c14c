import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
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

    private final Set<Client> clients = new HashSet<>(); // guarded by this, as are the next two
    private final Set<Client> rung = new LinkedHashSet<>(); // each client once, in the order of the rings
    private boolean closed;

    /** Starts the postman, in a thread that {@code threads} makes: which kind of thread that is, is its choice. */
    public Delivery(ThreadFactory threads) {
        threads.newThread(this::work).start();
    }

    /** From now on this client is served. */
    public synchronized void add(Client client) {
        clients.add(client);
    }

    /** From now on this client is not served. */
    public synchronized void remove(Client client) {
        clients.remove(client);
        rung.remove(client);
    }

    /** There is mail in the outbox of this client. */
    public synchronized void ring(Client client) {
        if (clients.contains(client)) {
            rung.add(client);
            notifyAll();
        }
    }

    /** Ends the postman. */
    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }

    private void work() {
        try {
            Client client = awaitRing();
            while (client != null) {
                visit(client); // no lock is held here: deliver() may take long
                client = awaitRing();
            }
        } catch (InterruptedException e) {
            // it was asked to end
        }
    }

    /** Forgets the ring before the visit: a ring during the visit makes another visit. Null when all is over. */
    private synchronized Client awaitRing() throws InterruptedException {
        if (rung.isEmpty() && !closed) {
            wait();
        }
        if (closed) {
            return null;
        }
        Client first = rung.iterator().next();
        rung.remove(first);
        return first;
    }

    private void visit(Client client) {
        try {
            if (client.hasMail()) {
                client.deliver();
            }
        } catch (IOException | RuntimeException e) {
            remove(client); // only this one is gone
        }
    }
}
