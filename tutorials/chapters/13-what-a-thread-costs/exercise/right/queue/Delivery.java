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
    private final Set<Client> waiting = ConcurrentHashMap.newKeySet();
    private final BlockingQueue<Client> queue = new LinkedBlockingQueue<>();
    private final Thread postman;
    private volatile boolean closed;

    public Delivery(ThreadFactory threads) {
        postman = threads.newThread(() -> {
            try {
                while (!closed) {
                    Client client = queue.take();
                    waiting.remove(client); // from here on a ring counts anew
                    if (clients.contains(client)) {
                        visit(client);
                    }
                }
            } catch (InterruptedException e) {
                // close() was called
            }
        });
        postman.start();
    }

    private void visit(Client client) {
        try {
            while (client.hasMail()) {
                client.deliver();
            }
        } catch (Exception broken) {
            clients.remove(client);
        }
    }

    public void add(Client client) {
        clients.add(client);
    }

    public void remove(Client client) {
        clients.remove(client);
    }

    public void ring(Client client) {
        if (waiting.add(client)) {
            queue.add(client);
        }
    }

    @Override
    public void close() {
        closed = true; // the interrupt alone is lost when deliver() answers it with an exception
        postman.interrupt();
    }
}
