import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

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

    private static final Client END = new Client() {
        @Override
        public boolean hasMail() {
            return false;
        }

        @Override
        public void deliver() {}
    };

    private final Set<Client> clients = ConcurrentHashMap.newKeySet();

    /** Never changed, but replaced by another list. */
    private final AtomicReference<List<Client>> rung = new AtomicReference<>(List.of());

    private final Thread postman;

    public Delivery(ThreadFactory threads) {
        postman = threads.newThread(this::serve);
        postman.start();
    }

    private void serve() {
        Client next = next();
        while (next != END) {
            if (clients.contains(next)) {
                serve(next);
            }
            next = next();
        }
    }

    private Client next() {
        List<Client> now = rung.get();
        if (now.isEmpty()) {
            LockSupport.park(this);
        } else if (rung.compareAndSet(now, now.subList(1, now.size()))) {
            return now.get(0);
        }
        return next();
    }

    private void serve(Client client) {
        try {
            if (client.hasMail()) client.deliver();
        } catch (IOException | RuntimeException | Error e) {
            remove(client);
        }
    }

    public void add(Client client) {
        clients.add(client);
    }

    public void remove(Client client) {
        clients.remove(client);
    }

    public void ring(Client client) {
        rung.updateAndGet(old -> {
            List<Client> copy = new ArrayList<>(old);
            if (!copy.contains(client)) {
                copy.add(client);
            }
            return copy;
        });
        LockSupport.unpark(postman);
    }

    @Override
    public void close() {
        rung.updateAndGet(old -> List.of(END));
        LockSupport.unpark(postman);
    }
}
