package chatlab.server.delivery;

import static chatlab.server.support.ServerWords.WORDS;

import chatlab.server.support.ThreadReport;
import chatlab.server.support.Threads;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/**
 * The plain way, to compare the {@link PostOffice} with: each client has a writer thread beside its reader. A client that
 * does not read stops only its own writer, so nothing has to be handed over. The cost: twice the threads, and each message
 * wakes as many of them as there are clients that get it.
 */
final class WriterPerClient implements Delivery {
    private final Threads threads;
    private final Runnable beforeWriting;
    private final Consumer<String> complaints;

    /** At least one permit: there was a ring since the transcript was last written. */
    private final Semaphore rings = new Semaphore(0);

    private volatile boolean open = true;

    WriterPerClient(Threads threads, Runnable beforeWriting, Consumer<String> complaints) {
        this.threads = threads;
        this.beforeWriting = beforeWriting;
        this.complaints = complaints;
    }

    @Override
    public void start() {
        threads.start("transcript", this::writeTranscript);
    }

    @Override
    public void add(Connection client) {
        Writer writer = new Writer(client, beforeWriting, new byte[Postman.BUFFER], System::nanoTime);
        threads.start(client.threadName("writer"), writer::writeForEver);
    }

    /** The writer ends by itself: the client is closed, and its outbox says so. */
    @Override
    public void remove(Connection client) {}

    /** The outbox wakes its writer; this wakes the thread that writes the transcript. */
    @Override
    public void ring() {
        if (rings.availablePermits() == 0) {
            rings.release();
        }
    }

    /** Writes also the lines that no client is sent, such as the words of a person that is alone. */
    private void writeTranscript() {
        while (open) {
            rings.acquireUninterruptibly();
            rings.drainPermits(); // before writing: a ring from now on makes one more round
            try {
                beforeWriting.run();
            } catch (RuntimeException | Error e) { // the thread must go on
                complaints.accept(WORDS.get("delivery.transcript", e));
            }
        }
    }

    @Override
    public List<ThreadReport> threads() {
        return List.of(ThreadReport.ofServer("transcript", rings.availablePermits() == 0 ? "waiting" : "writing"));
    }

    @Override
    public void close() {
        open = false;
        rings.release();
    }
}
