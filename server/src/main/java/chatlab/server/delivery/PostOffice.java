package chatlab.server.delivery;

import chatlab.server.support.ThreadReport;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Keeps one {@link Postman} on the rounds. Its watchdog looks every 10 ms; when it sees the postman twice on the same visit,
 * the postman stays with that client, and the watchdog hires another one for the rounds.
 *
 * <p>Two threads must never write to one client. The postman on duty writes to the clients on the round. A client that a
 * relieved postman stays with is not on the round, and is put back only when that postman has stopped writing.
 */
final class PostOffice implements Delivery {
    /** Milliseconds between two looks, so a client that does not read holds the round up for at most twice as long. */
    static final int LOOK_EVERY = 10;

    /**
     * How long every write to a client must have been quick before the client is on the round again, nanoseconds. It may hold
     * the round up once in that time. Never to put it back would be safer, but on a busy machine the postman may have waited
     * for the processor, with any client, and in the end each client would have a thread more.
     */
    static final long PROBATION = TimeUnit.SECONDS.toNanos(60);

    /** The clients on the round. A client that has a writer of its own is not among them. */
    private final Queue<Connection> clients = new ConcurrentLinkedQueue<>();

    private final CountDownLatch closed = new CountDownLatch(1);
    private final BiConsumer<String, Runnable> startThread;
    private final Runnable beforeWriting;
    private final Consumer<String> complaints;
    private final LongSupplier nanoTime;
    private volatile Postman onDuty;

    // These two are the watchdog's own.
    private long lastVisit;
    private boolean isVacant;

    /** {@code startThread} is told the name of a thread and what it does. */
    PostOffice(
            BiConsumer<String, Runnable> startThread,
            Runnable beforeWriting,
            Consumer<String> complaints,
            LongSupplier nanoTime) {
        this.startThread = startThread;
        this.beforeWriting = beforeWriting;
        this.complaints = complaints;
        this.nanoTime = nanoTime;
        this.onDuty = newPostman();
    }

    @Override
    public void start() {
        startThread.accept("postman", onDuty);
        startThread.accept("watchdog", this::watch);
    }

    @Override
    public void add(Connection client) {
        clients.add(client);
        ring(); // it may have mail already
    }

    @Override
    public void remove(Connection client) {
        clients.remove(client);
    }

    @Override
    public void ring() {
        onDuty.ring();
    }

    @Override
    public List<ThreadReport> threads() {
        return List.of(ThreadReport.ofServer("postman", onDuty.state()), ThreadReport.ofServer("watchdog", "watching"));
    }

    @Override
    public void close() {
        closed.countDown();
    }

    private void watch() {
        try {
            while (!closed.await(LOOK_EVERY, TimeUnit.MILLISECONDS)) {
                try {
                    look();
                } catch (OutOfMemoryError e) {
                    // no memory or no thread to be had: there may be at the next look
                }
            }
        } catch (InterruptedException e) {
            // the server ends
        }
        onDuty.close();
    }

    // begin watchdog
    private void look() {
        long visit = onDuty.visit();
        boolean isStuck = visit > 0 && visit == lastVisit;
        lastVisit = visit;
        if (isStuck) {
            relieve(visit);
        }
        if (isVacant) {
            hire();
        }
    }

    private void relieve(long visit) {
        Connection client = onDuty.relieve(visit);
        if (client != null) {
            isVacant = true;
            clients.remove(client); // before there is a new postman, which would visit it too
            onDuty.setName(client.threadName("writer"));
        }
    }
    // end watchdog

    /** Throws {@link OutOfMemoryError} where the system has no thread to give. */
    private void hire() {
        Postman postman = newPostman();
        onDuty = postman; // before it starts: otherwise a ring in between could wake the old one
        startThread.accept("postman", postman);
        isVacant = false;
        lastVisit = 0; // the new one counts its own visits
    }

    private Postman newPostman() {
        return new Postman(clients, beforeWriting, this::stayAt, complaints);
    }

    /** What a relieved postman does. It leaves its last mail to the postman on duty, so {@link #add} rings. */
    private void stayAt(Connection client, byte[] buffer) {
        new Writer(client, beforeWriting, buffer, nanoTime).writeUntilQuickFor(PROBATION);
        client.setWriterState("");
        add(client);
        if (client.isClosed()) {
            remove(client); // it may have been removed before it was added
        }
    }

    /** For tests. */
    boolean isOnRound(Connection client) {
        return clients.contains(client);
    }
}
