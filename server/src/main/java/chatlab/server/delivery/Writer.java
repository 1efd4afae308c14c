package chatlab.server.delivery;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Writes to one client alone: takes all that waits in its outbox, writes it, waits for more. */
final class Writer {
    /** Nanoseconds. A write that takes longer had to wait for the client, or for the machine: the watchdog would see it. */
    private static final long QUICK = TimeUnit.MILLISECONDS.toNanos(PostOffice.LOOK_EVERY);

    private final Connection client;
    private final Runnable beforeWriting;
    private final byte[] bag;
    private final LongSupplier nanoTime;

    /** {@code bag} is for the use of this writer only, from now on. */
    Writer(Connection client, Runnable beforeWriting, byte[] bag, LongSupplier nanoTime) {
        this.client = client;
        this.beforeWriting = beforeWriting;
        this.bag = bag;
        this.nanoTime = nanoTime;
    }

    /** Goes on until the client is closed. */
    void writeForEver() {
        writeUntilQuickFor(Long.MAX_VALUE);
    }

    /**
     * Goes on until the client is closed, or until mail comes after {@code probation} nanoseconds without a slow write. That
     * mail stays in the outbox.
     */
    void writeUntilQuickFor(long probation) {
        try {
            long quickSince = nanoTime.getAsLong();
            client.setWriterState("waiting");
            while (client.awaitMail() && nanoTime.getAsLong() - quickSince < probation) {
                int length = client.fill(bag);
                beforeWriting.run();
                client.setWriterState("writing");
                long begun = nanoTime.getAsLong();
                client.write(bag, length);
                long written = nanoTime.getAsLong();
                if (written - begun > QUICK) {
                    quickSince = written;
                }
                client.setWriterState("waiting");
                Thread.yield(); // let those who talk put more in: one long write costs less than two short ones
            }
        } catch (InterruptedException e) {
            // the server ends
        } catch (RuntimeException | Error e) {
            client.close(); // what is in the bag is lost, and nobody shall miss lines without knowing
            throw e;
        }
    }
}
