import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
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

    private static final int IDLE_ROUNDS = 3;

    private final List<Client> clients = new CopyOnWriteArrayList<>();
    private final AtomicBoolean asleep = new AtomicBoolean();
    private final Thread postman;
    private volatile boolean open = true;

    public Delivery(ThreadFactory threads) {
        postman = threads.newThread(this::work);
        postman.start();
    }

    private void work() {
        int idle = 0;
        while (open) {
            if (round()) {
                idle = 0;
            } else if (++idle >= IDLE_ROUNDS) {
                idle = 0;
                sleep();
            }
        }
    }

    private boolean round() {
        boolean found = false;
        for (Client client : clients) {
            if (client.hasMail()) {
                found = true;
                try {
                    client.deliver();
                } catch (IOException e) {
                    clients.remove(client);
                }
            }
        }
        return found;
    }

    private void sleep() {
        asleep.set(true);
        if (open && clients.stream().noneMatch(Client::hasMail)) {
            LockSupport.park(this);
        }
        asleep.set(false);
    }

    public void add(Client client) {
        clients.add(client);
        ring();
    }

    public void remove(Client client) {
        clients.remove(client);
    }

    public void ring() {
        if (asleep.compareAndSet(true, false)) {
            LockSupport.unpark(postman);
        }
    }

    @Override
    public void close() {
        open = false;
        LockSupport.unpark(postman);
    }
}
