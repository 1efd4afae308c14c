import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.HashSet;
import java.util.Iterator;
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

    private final Set<Client> clients = new HashSet<>();
    private final Set<Client> rung = new LinkedHashSet<>(); // in the order of the rings
    private boolean closed;
    private final Thread postman;

    /** Starts the postman, in a thread that {@code threads} makes: which kind of thread that is, is its choice. */
    public Delivery(ThreadFactory threads) {
        postman = threads.newThread(this::doTheRounds);
        postman.start();
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
        if (clients.contains(client) && rung.add(client)) {
            notifyAll();
        }
    }

    /** Ends the postman, also when it waits for a client that does not read. */
    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
        postman.interrupt();
    }

    private void doTheRounds() {
        try {
            for (Client client = next(); client != null; client = next()) {
                try {
                    if (client.hasMail()) {
                        client.deliver();
                    }
                } catch (InterruptedIOException e) {
                    throw e; // not the client's fault
                } catch (Exception e) {
                    remove(client);
                }
            }
        } catch (InterruptedIOException e) {
            // close() has interrupted a delivery
        }
    }

    /** Waits for a ring. Null when the postman can go home. */
    private synchronized Client next() {
        while (rung.isEmpty() && !closed) {
            try {
                wait();
            } catch (InterruptedException e) {
                // close() has set closed
            }
        }
        if (closed) {
            return null;
        }
        Iterator<Client> first = rung.iterator();
        Client client = first.next();
        first.remove();
        return client;
    }
}
