import java.io.IOException;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
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
    private final BlockingQueue<Client> queue = new LinkedBlockingQueue<>();
    private final Thread postman;

    /** Starts the postman, in a thread that {@code threads} makes: which kind of thread that is, is its choice. */
    public Delivery(ThreadFactory threads) {
        postman = threads.newThread(this::deliverAll);
        postman.start();
    }

    /** From now on this client is served. */
    public void add(Client client) {
        clients.add(client);
    }

    /** From now on this client is not served. */
    public void remove(Client client) {
        clients.remove(client);
        queue.remove(client);
    }

    /** There is mail in the outbox of this client. Synchronized, so that no client is in the queue twice. */
    public synchronized void ring(Client client) {
        if (clients.contains(client) && !queue.contains(client)) {
            queue.add(client);
        }
    }

    /** Ends the postman, also when it waits. */
    @Override
    public void close() {
        postman.interrupt();
    }

    private void deliverAll() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Client client = queue.take();
                if (clients.contains(client)) {
                    visit(client);
                }
            }
        } catch (InterruptedException e) {
            // close() was called while the queue was empty
        }
    }

    private void visit(Client client) {
        try {
            if (client.hasMail()) {
                client.deliver();
            }
        } catch (Exception e) {
            clients.remove(client); // whatever it is, it concerns only this client
        }
    }
}
