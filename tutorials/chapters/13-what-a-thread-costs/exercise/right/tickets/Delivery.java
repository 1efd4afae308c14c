import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

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

    /** What is known of one client. */
    private static final class Ticket {
        private final Client client;
        private boolean waits;
        private boolean gone;

        Ticket(Client client) {
            this.client = client;
        }
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition bell = lock.newCondition();
    private final Map<Client, Ticket> tickets = new HashMap<>();
    private final Deque<Ticket> line = new ArrayDeque<>();
    private boolean over;

    public Delivery(ThreadFactory threads) {
        threads.newThread(this::run).start();
    }

    public void add(Client client) {
        locked(() -> tickets.put(client, new Ticket(client)));
    }

    public void remove(Client client) {
        locked(() -> {
            Ticket ticket = tickets.remove(client);
            if (ticket != null) {
                ticket.gone = true;
            }
        });
    }

    public void ring(Client client) {
        locked(() -> {
            Ticket ticket = tickets.get(client);
            if (ticket != null && !ticket.waits) {
                ticket.waits = true;
                line.addLast(ticket);
                bell.signal();
            }
        });
    }

    @Override
    public void close() {
        locked(() -> {
            over = true;
            bell.signalAll();
        });
    }

    private void locked(Runnable action) {
        lock.lock();
        try {
            action.run();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        while (true) {
            Ticket ticket;
            lock.lock();
            try {
                while (line.isEmpty() && !over) {
                    bell.awaitUninterruptibly();
                }
                if (over) {
                    return;
                }
                ticket = line.removeFirst();
                ticket.waits = false;
                if (ticket.gone || !ticket.client.hasMail()) {
                    continue;
                }
            } finally {
                lock.unlock();
            }
            try {
                ticket.client.deliver();
            } catch (Throwable anything) {
                remove(ticket.client);
            }
        }
    }
}
