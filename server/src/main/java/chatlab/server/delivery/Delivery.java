package chatlab.server.delivery;

import chatlab.server.support.DeliveryKind;
import chatlab.server.support.ThreadReport;
import chatlab.server.support.Threads;
import java.util.List;

/**
 * Takes what is in the outboxes of the clients to their sockets. Readers and rooms only put mail into an outbox and ring;
 * they never write, so no client can make them wait.
 */
public interface Delivery extends AutoCloseable {
    /** {@code beforeWriting} is run before each write: the transcript must have what a client is about to see. */
    static Delivery open(DeliveryKind kind, Threads threads, Runnable beforeWriting) {
        return kind == DeliveryKind.POSTMAN
                ? new PostOffice(threads, beforeWriting)
                : new WriterPerClient(threads, beforeWriting);
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
