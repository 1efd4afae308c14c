import java.io.IOException;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
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
    private final Queue<Client> rung = new ConcurrentLinkedQueue<>();
    private volatile boolean closed;

    public Delivery(ThreadFactory threads) {
        threads.newThread(this::work).start();
    }

    public void add(Client client) {
        clients.add(client);
    }

    public void remove(Client client) {
        clients.remove(client);
    }

    public void ring(Client client) {
        if (waiting.add(client)) {
            rung.add(client);
        }
    }

    @Override
    public void close() {
        closed = true;
    }

    private void work() {
        while (!closed) {
            Client client = rung.poll();
            if (client == null) {
                Thread.yield();
                continue;
            }
            waiting.remove(client);
            try {
                if (clients.contains(client) && client.hasMail()) {
                    client.deliver();
                }
            } catch (IOException | RuntimeException e) {
                clients.remove(client);
            }
        }
    }
}
