package chatlab.server;

import java.util.List;

/**
 * Takes what is in the outboxes of the clients to their sockets. Readers and rooms only put mail into an outbox and ring;
 * they never write, so no client can make them wait.
 */
interface Delivery extends AutoCloseable {
    /** From now on this client gets its mail. */
    void add(Connection client);

    /** This client gets no more mail. */
    void remove(Connection client);

    /** There is mail somewhere. Never blocks. */
    void ring();

    /** What the threads of the delivery do right now, from what they say of themselves. */
    List<ThreadReport> threads();

    /** Ends the threads of the delivery. What was not delivered stays so. */
    @Override
    void close();
}
