package chatlab.server.delivery;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Writes to one client only: takes all that waits in its outbox, writes it, waits for more. */
final class Writer {
    /** Nanoseconds. A write that takes longer had to wait for the client or for the machine. */
    private static final long QUICK = TimeUnit.MILLISECONDS.toNanos(PostOffice.LOOK_EVERY);

    private final Connection client;
    private final Runnable beforeWriting;
    private final byte[] buffer;
    private final LongSupplier nanoTime;

    /**
     * @param beforeWriting writes to the transcript what this client is about to see
     * @param buffer from now on, no other thread may use it
     */
    Writer(Connection client, Runnable beforeWriting, byte[] buffer, LongSupplier nanoTime) {
        this.client = client;
        this.beforeWriting = beforeWriting;
        this.buffer = buffer;
        this.nanoTime = nanoTime;
    }

    /** Goes on until the client is closed. */
    void writeForEver() {
        writeUntilQuickFor(Long.MAX_VALUE);
    }

    /**
     * Goes on until the client is closed, or has read quickly for {@code probation} nanoseconds: then the postman can serve
     * it again, and mail that comes after that stays in the outbox for the postman.
     */
    void writeUntilQuickFor(long probation) {
        try {
            long quickSince = nanoTime.getAsLong();
            client.setWriterState("waiting");
            while (client.outbox().awaitMail() && nanoTime.getAsLong() - quickSince < probation) {
                int length = client.outbox().drainTo(buffer);
                beforeWriting.run();
                client.setWriterState("writing");
                long begun = nanoTime.getAsLong();
                client.write(buffer, length);
                long written = nanoTime.getAsLong();
                if (written - begun > QUICK) {
                    quickSince = written;
                }
                client.setWriterState("waiting");
                Thread.yield(); // readers may put more mail in: one long write costs less than two short ones
            }
        } catch (InterruptedException e) {
            // the server ends
        } catch (RuntimeException | Error e) {
            client.close(); // the mail in the buffer is lost, and no client may miss lines without knowing
            throw e;
        }
    }
}
