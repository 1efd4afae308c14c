import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
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

    private final List<Client> clients = new ArrayList<>(); // guarded by this
    private boolean rung; // guarded by this
    private boolean closed; // guarded by this

    /** Starts the postman, in a thread that {@code threads} makes: which kind of thread that is, is its choice. */
    public Delivery(ThreadFactory threads) {
        threads.newThread(this::doTheRounds).start();
    }

    /** From now on this client is on the round. */
    public synchronized void add(Client client) {
        clients.add(client);
        ring(); // it may have mail already
    }

    /** From now on this client is not on the round. */
    public synchronized void remove(Client client) {
        clients.remove(client);
    }

    /** There is mail in an outbox. Called by any thread; never waits for a delivery. */
    public synchronized void ring() {
        rung = true;
        notifyAll();
    }

    /** Ends the postman. */
    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }

    private void doTheRounds() {
        try {
            while (awaitRing()) {
                for (Client client : clients) {
                    visit(client);
                }
            }
        } catch (InterruptedException e) {
            // it was asked to end
        }
    }

    /** Forgets the ring before the round, so one that comes during the round makes another round. */
    private synchronized boolean awaitRing() throws InterruptedException {
        while (!rung && !closed) {
            wait();
        }
        rung = false;
        return !closed;
    }

    private void visit(Client client) {
        try {
            if (client.hasMail()) {
                client.deliver();
            }
        } catch (IOException e) {
            remove(client); // only this one is gone
        }
    }
}
