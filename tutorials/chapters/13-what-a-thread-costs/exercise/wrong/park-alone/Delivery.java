import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.LockSupport;

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
    private final Thread postman;
    private volatile boolean open = true;

    public Delivery(ThreadFactory threads) {
        postman = threads.newThread(this::work);
        postman.start();
    }

    private void work() {
        while (open) {
            for (Client client : clients) {
                try {
                    if (client.hasMail()) {
                        client.deliver();
                    }
                } catch (IOException e) {
                    clients.remove(client);
                }
            }
            LockSupport.park();
        }
    }

    public void add(Client client) {
        clients.add(client);
        ring();
    }

    public void remove(Client client) {
        clients.remove(client);
    }

    public void ring() {
        LockSupport.unpark(postman);
    }

    @Override
    public void close() {
        open = false;
        ring();
    }
}
