package chatlab.server.delivery;

import chatlab.server.support.ThreadReport;
import chatlab.server.support.Threads;
import java.util.List;
import java.util.concurrent.Semaphore;

/**
 * The plain way, to compare the {@link PostOffice} with: each client has a writer thread of its own beside its reader.
 * Nothing has to be handed over, since who does not read stops nobody but its own writer. What it costs: twice the threads,
 * and for each message as many of them to wake as there are people to hear it.
 */
final class WriterPerClient implements Delivery {
    private final Threads threads;
    private final Runnable beforeWriting;

    /** One permit or more: somebody has rung since the scribe looked. */
    private final Semaphore rings = new Semaphore(0);

    private volatile boolean open = true;

    /** {@code beforeWriting} is run before each write: the transcript must have what a client is about to see. */
    WriterPerClient(Threads threads, Runnable beforeWriting) {
        this.threads = threads;
        this.beforeWriting = beforeWriting;
        threads.start("scribe", this::writeTranscript);
    }

    @Override
    public void add(Connection client) {
        Writer writer = new Writer(client, beforeWriting, new byte[Postman.BAG], System::nanoTime);
        threads.start(client.threadName("writer"), writer::writeForEver);
    }

    /** Its writer ends by itself: the client is closed, and its outbox says so. */
    @Override
    public void remove(Connection client) {}

    /** Whoever waits at an outbox is woken by the outbox; this is for the transcript. */
    @Override
    public void ring() {
        if (rings.availablePermits() == 0) {
            rings.release();
        }
    }

    /** What is said where nobody listens is written too. */
    private void writeTranscript() {
        while (open) {
            rings.acquireUninterruptibly();
            rings.drainPermits(); // first: who rings from now on is heard in the next round
            beforeWriting.run();
        }
    }

    @Override
    public List<ThreadReport> threads() {
        return List.of(ThreadReport.ofServer("scribe", rings.availablePermits() == 0 ? "waiting" : "writing"));
    }

    @Override
    public void close() {
        open = false;
        rings.release();
    }
}
