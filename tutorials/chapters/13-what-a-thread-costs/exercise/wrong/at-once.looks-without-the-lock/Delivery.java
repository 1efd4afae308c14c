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

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition bell = lock.newCondition();
    private final Set<Client> clients = new HashSet<>();
    private final Set<Client> waiting = new LinkedHashSet<>();
    private boolean ended;

    /** Starts the postman, in a thread that {@code threads} makes: which kind of thread that is, is its choice. */
    public Delivery(ThreadFactory threads) {
        threads.newThread(this::run).start();
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
            waiting.remove(client);
        } finally {
            lock.unlock();
        }
    }

    /** There is mail in the outbox of this client. */
    public void ring(Client client) {
        if (!clients.contains(client)) {
            return; // not served: no need to wait for the lock
        }
        lock.lock();
        try {
            if (waiting.add(client)) {
                bell.signal();
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
            ended = true;
            bell.signal();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        try {
            Client client = take();
            while (client != null) {
                try {
                    if (client.hasMail()) {
                        client.deliver();
                    }
                } catch (Exception e) {
                    remove(client);
                }
                client = take();
            }
        } catch (InterruptedException e) {
            // the end
        }
    }

    /** The client that has waited longest, or null after close(). */
    private Client take() throws InterruptedException {
        lock.lock();
        try {
            while (true) {
                while (waiting.isEmpty() && !ended) {
                    bell.await();
                }
                if (ended) {
                    return null;
                }
                Iterator<Client> first = waiting.iterator();
                Client client = first.next();
                first.remove();
                if (clients.contains(client)) { // or it was removed in the moment of the ring
                    return client;
                }
            }
        } finally {
            lock.unlock();
        }
    }
}
