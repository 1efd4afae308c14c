import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
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

    private enum Order {
        ROUND,
        END
    }

    private final Set<Client> clients = ConcurrentHashMap.newKeySet();
    private final BlockingQueue<Order> orders = new ArrayBlockingQueue<>(1);
    private volatile boolean closed;

    public Delivery(ThreadFactory threads) {
        threads.newThread(() -> {
                    try {
                        while (orders.take() == Order.ROUND && !closed) {
                            round();
                        }
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                })
                .start();
    }

    private void round() {
        for (Client client : clients) {
            try {
                if (client.hasMail()) {
                    client.deliver();
                }
            } catch (IOException broken) {
                clients.remove(client);
            }
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
        orders.offer(Order.ROUND); // when it is full, there will be a round anyway
    }

    @Override
    public void close() {
        closed = true;
        orders.offer(Order.END);
    }
}
