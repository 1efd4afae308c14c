import java.io.IOException;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

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

    /** Nothing in a server grows without a limit. Each client is in it once at most, so this is plenty. */
    private static final int MAX_RUNG = 1000;

    private final ReentrantLock lock = new ReentrantLock(true);
    private final Condition notEmpty = lock.newCondition();
    private final Condition notFull = lock.newCondition();
    private final Set<Client> clients = new HashSet<>();
    private final Set<Client> rung = new LinkedHashSet<>(); // in the order of the rings
    private boolean closed;

    /** Starts the postman, in a thread that {@code threads} makes: which kind of thread that is, is its choice. */
    public Delivery(ThreadFactory threads) {
        threads.newThread(this::doTheRounds).start();
    }

    /** From now on this client is served. */
    public void add(Client client) {
        lock.lock();
        try {
            clients.add(client);
        } finally {
            lock.unlock();
        }
    }

    /** From now on this client is not served. */
    public void remove(Client client) {
        lock.lock();
        try {
            clients.remove(client);
            rung.remove(client);
            notFull.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** There is mail in the outbox of this client. */
    public void ring(Client client) {
        lock.lock();
        try {
            while (!closed && clients.contains(client) && !rung.contains(client) && rung.size() >= MAX_RUNG) {
                notFull.awaitUninterruptibly(); // releases the lock, so the postman goes on
            }
            if (clients.contains(client) && rung.add(client)) {
                notEmpty.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Ends the postman. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            notEmpty.signalAll();
            notFull.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void doTheRounds() {
        for (Client client = next(); client != null; client = next()) {
            try {
                if (client.hasMail()) {
                    client.deliver();
                }
            } catch (Exception e) {
                remove(client);
            }
        }
    }

    /** Waits for a ring. Null when the postman can go home. */
    private Client next() {
        lock.lock();
        try {
            while (rung.isEmpty() && !closed) {
                notEmpty.awaitUninterruptibly();
            }
            if (closed) {
                return null;
            }
            Iterator<Client> first = rung.iterator();
            Client client = first.next();
            first.remove();
            notFull.signalAll();
            return client;
        } finally {
            lock.unlock();
        }
    }
}
