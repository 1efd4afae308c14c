import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
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

    public Delivery(ThreadFactory threads) {}

    public void add(Client client) {
        clients.add(client);
        ring();
    }

    public void remove(Client client) {
        clients.remove(client);
    }

    public void ring() {
        for (Client client : clients) {
            try {
                if (client.hasMail()) {
                    client.deliver();
                }
            } catch (IOException e) {
                clients.remove(client);
            }
        }
    }

    @Override
    public void close() {}
}
