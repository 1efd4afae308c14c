package chatlab.server;

import java.util.List;

/**
 * Takes what is in the outboxes of the clients to their sockets. Readers and rooms only put mail into an outbox and ring;
 * they never write, so no client can make them wait.
 */
interface Delivery extends AutoCloseable {
    /** The ways to do it. */
    enum Kind {
        POSTMAN,
        WRITERS;

        /** {@code beforeWriting} is run before each write: the transcript must have what a client is about to see. */
        Delivery open(Threads threads, Runnable beforeWriting) {
            return this == POSTMAN
                    ? new PostOffice(threads, beforeWriting)
                    : new WriterPerClient(threads, beforeWriting);
        }
    }

    /** From now on this client gets its mail. */
    void add(Connection client);

    /** This client gets no more mail. */
    void remove(Connection client);

    /** There is mail somewhere. Never blocks. */
    void ring();

    /** What the threads of the delivery do right now, from what they say of themselves. */
    List<ThreadReport> threads();

    /** Ends the threads of the delivery, those that serve one client when that is closed. What was not delivered stays so. */
    @Override
    void close();
}
