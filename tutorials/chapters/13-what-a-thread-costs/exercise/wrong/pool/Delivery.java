import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

/** Takes the mail of all clients to their sockets: one thread, the postman, does the rounds. */
public final class Delivery implements AutoCloseable {
    /** A client as the postman sees it. */
    public interface Client {
        /** Whether there is something in the client's outbox. Never waits. */
        boolean hasMail();

        /**
         * Writes all that is in the client's outbox to its socket, which may take long.
         *
         * @throws IOException when the connection is broken
         */
        void deliver() throws IOException;
    }

    private final Set<Client> clients = new HashSet<>(); // guarded by this
    private final ExecutorService pool;
    private boolean closed; // guarded by this

    public Delivery(ThreadFactory threads) {
        pool = Executors.newFixedThreadPool(10, threads);
    }

    public synchronized void add(Client client) {
        clients.add(client);
        pool.execute(() -> serve(client));
    }

    public synchronized void remove(Client client) {
        clients.remove(client);
        notifyAll();
    }

    public synchronized void ring() {
        notifyAll();
    }

    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }

    private void serve(Client client) {
        try {
            while (awaitMail(client)) {
                client.deliver();
            }
        } catch (IOException e) {
            remove(client);
        } catch (InterruptedException e) {
            // the end
        }
    }

    private synchronized boolean awaitMail(Client client) throws InterruptedException {
        while (!client.hasMail() && !closed && clients.contains(client)) {
            wait();
        }
        return !closed && clients.contains(client);
    }
}
