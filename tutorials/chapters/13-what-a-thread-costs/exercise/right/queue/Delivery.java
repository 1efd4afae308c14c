import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;

/** Takes the mail of all clients to their sockets: one thread, the postman, does the rounds. */
public final class Delivery implements AutoCloseable {
    /** A client as the postman sees it. */
    public interface Door {
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

    private final Set<Door> doors = ConcurrentHashMap.newKeySet();
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
        for (Door door : doors) {
            try {
                if (door.hasMail()) {
                    door.deliver();
                }
            } catch (IOException broken) {
                doors.remove(door);
            }
        }
    }

    public void add(Door door) {
        doors.add(door);
        ring();
    }

    public void remove(Door door) {
        doors.remove(door);
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
