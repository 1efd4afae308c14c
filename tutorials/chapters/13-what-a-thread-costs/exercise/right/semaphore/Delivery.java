import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
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

    private final List<Client> clients = new CopyOnWriteArrayList<>();
    private final Semaphore rings = new Semaphore(0);
    private volatile boolean open = true;

    public Delivery(ThreadFactory threads) {
        threads.newThread(() -> {
                    while (open) {
                        rings.acquireUninterruptibly();
                        rings.drainPermits();
                        clients.forEach(this::visit);
                    }
                })
                .start();
    }

    private void visit(Client client) {
        if (!client.hasMail()) {
            return;
        }
        try {
            client.deliver();
        } catch (IOException e) {
            clients.remove(client);
        }
    }

    public void add(Client client) {
        clients.add(client);
        rings.release();
    }

    public void remove(Client client) {
        clients.remove(client);
    }

    public void ring() {
        rings.release();
    }

    @Override
    public void close() {
        open = false;
        rings.release();
    }
}
