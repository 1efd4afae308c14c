package chatlab.server.delivery;

import chatlab.server.support.ThreadReport;
import chatlab.server.support.Threads;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Sees to it that there is always one {@link Postman} who does the rounds: its watchdog looks where he stands, and when
 * he stands at the same door twice, it hires another one and leaves that door to him.
 *
 * <p>Who may write to a client, since two must never: the postman on duty while its door is on the round, and whoever stays
 * there while it is not. He puts it back only when he has stopped writing. All others put mail into the outbox.
 */
final class PostOffice implements Delivery {
    /** Milliseconds between two looks, so a door that blocks holds the round up for at most twice as long. */
    static final int LOOK_EVERY = 10;

    /**
     * How long no write to a client may have been slow before its door is on the round again, nanoseconds. It may hold the
     * round up once in that time. Never to put it back would be safer still, but on a busy machine it can be anybody's door
     * at which the postman had to wait for the processor, and in the end each would have a thread more.
     */
    static final long PROBATION = TimeUnit.SECONDS.toNanos(60);

    /**
     * Looks between two times that a postman who has died is replaced. The first one who dies is replaced at once; but a
     * fault that each of them meets would otherwise be complained of at every look.
     */
    static final int LOOKS_BETWEEN_DEATHS = 100;

    /**
     * The doors on the round, mostly in the order in which they came, or came back: what lies side by side in memory is
     * visited one after the other. A client that has a writer of its own is not among them.
     */
    private final Queue<Connection> doors = new ConcurrentLinkedQueue<>();

    private final CountDownLatch closed = new CountDownLatch(1);
    private final Threads threads;
    private final Runnable beforeWriting;
    private final LongSupplier nanoTime;
    private volatile Postman onDuty;

    // These two are the watchdog's own.
    private long lastVisit;
    private long looks = LOOKS_BETWEEN_DEATHS; // since one who had died was replaced

    /** {@code beforeWriting} is run before each write: the transcript must have what a client is about to see. */
    PostOffice(Threads threads, Runnable beforeWriting) {
        this(threads, beforeWriting, System::nanoTime);
    }

    PostOffice(Threads threads, Runnable beforeWriting, LongSupplier nanoTime) {
        this.threads = threads;
        this.beforeWriting = beforeWriting;
        this.nanoTime = nanoTime;
        hire();
        threads.start("watchdog", this::watch);
    }

    @Override
    public void add(Connection client) {
        doors.add(client);
        ring(); // it may have mail already
    }

    @Override
    public void remove(Connection client) {
        doors.remove(client);
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
        onDuty.close();
    }

    private void watch() {
        try {
            while (!closed.await(LOOK_EVERY, TimeUnit.MILLISECONDS)) {
                try {
                    look();
                } catch (OutOfMemoryError e) {
                    // nobody watches the watchdog, so it lives on: there may be more at the next look
                }
            }
        } catch (InterruptedException e) {
            // the server ends
        }
    }

    private void look() {
        looks++;
        long visit = onDuty.visit();
        boolean stands = visit > 0 && visit == lastVisit;
        lastVisit = visit;
        if (onDuty.hasEnded()) {
            lastVisit = 0; // the new one counts his own
            if (looks >= LOOKS_BETWEEN_DEATHS && hire()) {
                looks = 0;
            }
        } else if (stands) {
            lastVisit = 0;
            relieve(onDuty, visit);
        }
    }

    private void relieve(Postman postman, long visit) {
        Connection client = postman.relieve(visit);
        if (client == null) {
            return;
        }
        doors.remove(client); // before there is a new one, who would come here too
        try {
            postman.setName(client.threadName("writer"));
            visitLastFrom(client.address());
        } finally {
            hire(); // also when there was no memory for that
        }
    }

    /**
     * Those who come from where somebody does not read may not read either. They are visited after all others, whom each
     * of them would have kept waiting.
     */
    private void visitLastFrom(InetAddress address) {
        List<Connection> fromThere = new ArrayList<>();
        for (Connection client : doors) {
            if (client.address().equals(address)) {
                fromThere.add(client);
            }
        }
        fromThere.forEach(this::visitLast);
    }

    private void visitLast(Connection client) {
        doors.add(client);
        doors.remove(client); // the first of the two, or the only one if it was closed meanwhile
    }

    /** What a relieved postman does. The mail that he leaves in the outbox is for the one on duty, so {@link #add} rings. */
    private void stayAt(Connection client, byte[] bag) {
        new Writer(client, beforeWriting, bag, nanoTime).writeUntilQuickFor(PROBATION);
        client.setWriterState("");
        add(client);
        if (client.isClosed()) {
            remove(client); // it may have been removed before it was added
        }
    }

    /** For tests. */
    boolean isOnRound(Connection client) {
        return doors.contains(client);
    }

    /** Returns whether there was a thread to be had for him. */
    private boolean hire() {
        try {
            Postman postman = new Postman(doors, beforeWriting, this::visitLast, this::stayAt, nanoTime);
            onDuty = postman; // before he starts: otherwise one who rings now could wake the wrong one
            threads.start("postman", postman);
            return true;
        } catch (OutOfMemoryError e) {
            onDuty.failedToStart(); // no thread or no memory to be had: the watchdog tries again
            return false;
        } finally {
            if (closed.getCount() == 0) {
                onDuty.close();
            }
        }
    }
}
