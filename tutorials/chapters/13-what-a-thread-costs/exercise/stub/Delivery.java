import java.io.IOException;
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

    /** Starts the postman, in a thread that {@code threads} makes: which kind of thread that is, is its choice. */
    public Delivery(ThreadFactory threads) {
        // your turn
    }

    /** From now on this client is on the round. */
    public void add(Client client) {
        // your turn
    }

    /** From now on this client is not on the round. */
    public void remove(Client client) {
        // your turn
    }

    /** There is mail in an outbox. Called by any thread; never waits for a delivery. */
    public void ring() {
        // your turn
    }

    /** Ends the postman. */
    @Override
    public void close() {
        // your turn
    }
}
