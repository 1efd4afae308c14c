import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
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

    private final List<Client> clients = new CopyOnWriteArrayList<>();
    private final Semaphore bell = new Semaphore(0);
    private final Queue<Client> calls = new ArrayDeque<>(); // guarded by itself
    private volatile boolean open = true;

    public Delivery(ThreadFactory threads) {
        threads.newThread(new Postman()).start();
    }

    public void add(Client client) {
        clients.add(client);
    }

    public void remove(Client client) {
        clients.removeIf(other -> other.equals(client));
    }

    public void ring(Client client) {
        synchronized (calls) {
            if (!calls.contains(client)) calls.add(client);
        }
        bell.release();
    }

    public void close() {
        open = false;
        bell.release();
    }

    private final class Postman implements Runnable {
        @Override
        public void run() {
            while (open) {
                bell.acquireUninterruptibly();
                bell.drainPermits();
                for (Client client = first(); client != null && open; client = first()) {
                    boolean mail = clients.contains(client) && client.hasMail();
                    if (mail && !brings(client)) {
                        clients.remove(client);
                    }
                }
            }
        }

        private Client first() {
            synchronized (calls) {
                return calls.poll();
            }
        }

        private boolean brings(Client client) {
            try {
                client.deliver();
                return true;
            } catch (IOException | RuntimeException e) {
                return false;
            }
        }
    }
}
