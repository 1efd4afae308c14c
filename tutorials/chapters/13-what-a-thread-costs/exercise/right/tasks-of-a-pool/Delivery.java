import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.StampedLock;
import java.util.function.BooleanSupplier;

/** Takes the mail of all clients to their sockets: a pool of one thread, and each visit is a task of the pool. */
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

    private final StampedLock lock = new StampedLock();
    private final Map<Client, Stop> stops = new HashMap<>();
    private final ThreadPoolExecutor postman;

    /** Starts the postman, in a thread that {@code threads} makes: which kind of thread that is, is its choice. */
    public Delivery(ThreadFactory threads) {
        postman = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.NANOSECONDS,
                new LinkedBlockingQueue<>(),
                threads,
                new ThreadPoolExecutor.DiscardPolicy());
        postman.prestartCoreThread();
    }

    /** From now on this client is served. */
    public void add(Client client) {
        locked(() -> stops.putIfAbsent(client, new Stop(client)) == null);
    }

    /** From now on this client is not served. */
    public void remove(Client client) {
        locked(() -> stops.remove(client) != null);
    }

    /** There is mail in the outbox of this client. */
    public void ring(Client client) {
        locked(() -> {
            Stop stop = stops.get(client);
            return stop != null && stop.enqueue();
        });
    }

    /** Ends the postman. */
    @Override
    public void close() {
        postman.shutdownNow();
    }

    private boolean locked(BooleanSupplier action) {
        long stamp = lock.writeLock();
        try {
            return action.getAsBoolean();
        } finally {
            lock.unlockWrite(stamp);
        }
    }

    /** One client on the round; as a task it is the visit to this client. */
    private final class Stop implements Runnable {
        private final Client client;
        private boolean queued;

        Stop(Client client) {
            this.client = client;
        }

        /** Called with the lock. */
        boolean enqueue() {
            if (!queued) {
                queued = true;
                postman.execute(this);
            }
            return queued;
        }

        /** Called with the lock. */
        boolean dequeue() {
            queued = false;
            return stops.get(client) == this;
        }

        @Override
        public void run() {
            if (!locked(this::dequeue)) {
                return;
            }
            try {
                for (int times = 0; times < 2 && client.hasMail(); times++) { // what came meanwhile goes along
                    client.deliver();
                }
            } catch (Throwable broken) {
                locked(() -> stops.remove(client, this));
            }
        }
    }
}
