package chatlab.server.delivery;

import chatlab.server.support.DeliveryKind;
import chatlab.server.support.ThreadReport;
import chatlab.server.support.Threads;
import java.util.List;
import java.util.function.Consumer;

/**
 * Takes the mail in the clients' outboxes to their sockets, in threads of its own. All other threads only put mail into an
 * outbox and ring; they never write to a socket, so no client can make them wait. Safe for use by several threads.
 */
public interface Delivery extends AutoCloseable {
    /**
     * @param beforeWriting is run before each write: the transcript must have what a client is about to see
     * @param complaints gets a sentence when the delivery to a client fails because of a fault in this program
     */
    static Delivery of(DeliveryKind kind, Threads threads, Runnable beforeWriting, Consumer<String> complaints) {
        return kind == DeliveryKind.POSTMAN
                ? new PostOffice(threads::start, beforeWriting, complaints, System::nanoTime)
                : new WriterPerClient(threads, beforeWriting, complaints);
    }

    /** Starts the threads. To be called once, before any other method. */
    void start();

    /** From now on this client gets its mail. */
    void add(Connection client);

    /** This client gets no more mail. */
    void remove(Connection client);

    /** There is mail in an outbox, or a line for the transcript. Never blocks. */
    void ring();

    /** What the threads of the delivery do right now, as they say themselves. */
    List<ThreadReport> threads();

    /** Ends the threads of the delivery; the writer of a single client ends when that client is closed. Delivers nothing more. */
    @Override
    void close();
}
