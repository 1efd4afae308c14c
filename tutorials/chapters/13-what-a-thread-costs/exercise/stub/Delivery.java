import java.io.IOException;
import java.util.concurrent.ThreadFactory;

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

    /** Starts the postman, in a thread that {@code threads} makes: which kind of thread that is, is its choice. */
    public Delivery(ThreadFactory threads) {
        // your turn
    }

    /** From now on this client is served. */
    public void add(Client client) {
        // your turn
    }

    /** From now on this client is not served. */
    public void remove(Client client) {
        // your turn
    }

    /** There is mail in the outbox of this client. */
    public void ring(Client client) {
        // your turn
    }

    /** Ends the postman. */
    @Override
    public void close() {
        // your turn
    }
}
