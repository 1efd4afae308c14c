package chatlab.server.delivery;

import static chatlab.server.support.ServerWords.WORDS;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * One thread that does the rounds: each client that has mail gets it, in one blocking write.
 *
 * <p>A client that does not read makes that write block. Then the {@link PostOffice} relieves this postman: it does no
 * further round and stays with that client as its {@link Writer}, and another postman goes on with the rounds.
 */
final class Postman implements Runnable {
    /** The most that one write takes to a client, bytes. A block of {@link Batch} must fit. */
    static final int BUFFER = 64 * 1024;

    /** Rounds without mail before the postman sleeps: to wake a thread costs more than one more look. */
    private static final int IDLE_ROUNDS = 3;

    private static final long BETWEEN_VISITS = 0;
    private static final long RELIEVED = -1;

    private final Iterable<Connection> clients;
    private final Runnable beforeWriting;
    private final BiConsumer<Connection, byte[]> stayAt;
    private final Consumer<String> complaints;
    private final byte[] buffer = new byte[BUFFER];
    private final AtomicBoolean asleep = new AtomicBoolean();

    /**
     * The number of the visit that is going on. Two threads may change it: the postman's when it has written, and the
     * watchdog's when that takes too long. The one compare-and-set that succeeds decides which of them was first.
     */
    private final AtomicLong visit = new AtomicLong(BETWEEN_VISITS);

    private long visits;
    private volatile Connection visited;
    private volatile boolean open = true;
    private volatile Thread thread;

    /** {@code stayAt} is what a relieved postman does: it gets the client and a buffer that no other thread uses. */
    Postman(
            Iterable<Connection> clients,
            Runnable beforeWriting,
            BiConsumer<Connection, byte[]> stayAt,
            Consumer<String> complaints) {
        this.clients = clients;
        this.beforeWriting = beforeWriting;
        this.stayAt = stayAt;
        this.complaints = complaints;
    }

    @Override
    public void run() {
        thread = Thread.currentThread();
        int idleRounds = 0;
        while (open && visit.get() != RELIEVED) {
            try {
                idleRounds = round() ? 0 : idleRounds + 1;
                if (idleRounds < IDLE_ROUNDS) {
                    Thread.yield(); // to the readers: one long write costs less than two short ones
                } else {
                    idleRounds = 0;
                    sleep();
                }
            } catch (OutOfMemoryError e) {
                // a complaint, too, needs memory: there may be some on the next round
            }
        }
    }

    // begin round
    /** Visits each client that has mail. False when none had any. */
    private boolean round() {
        boolean foundMail = false;
        for (Connection client : clients) {
            if (client.outbox().needsVisit()) {
                foundMail = true;
                if (!deliver(client)) {
                    stayAt.accept(client, buffer);
                    return true;
                }
            }
        }
        return foundMail;
    }
    // end round

    // begin deliver
    /** Writes once. False when that took so long that another postman does the rounds now. */
    private boolean deliver(Connection client) {
        long thisVisit = ++visits; // each number once, so that the watchdog never takes two visits for one
        try {
            int length = client.outbox().drainTo(buffer);
            beforeWriting.run(); // after draining: the transcript was told all that is in the buffer before
            visited = client;
            visit.set(thisVisit);
            client.write(buffer, length);
        } catch (RuntimeException | Error e) {
            client.close(); // the mail in the buffer is lost, and no client may miss lines without knowing
            complaints.accept(WORDS.get("delivery.failed", client.peer(), e));
        } finally {
            visit.compareAndSet(thisVisit, BETWEEN_VISITS);
        }
        return visit.get() != RELIEVED;
    }
    // end deliver

    /**
     * No ring is lost: mail that comes before the last look is seen, and a ring after the flag was set takes the flag away.
     * The same is true of lines that no client is sent, such as the words of a person that is alone.
     */
    private void sleep() {
        asleep.set(true); // first the flag, then the last look
        writeTranscript();
        // the flag last: if the thread was parked for a lock of the transcript, that may have used up the ring's permit
        if (open && !isMailWaiting() && asleep.get()) {
            LockSupport.park(this); // returns at once when there was a ring since
        }
        asleep.set(false);
    }

    private void writeTranscript() {
        try {
            beforeWriting.run();
        } catch (RuntimeException | Error e) {
            complaints.accept(WORDS.get("delivery.transcript", e));
        }
    }

    private boolean isMailWaiting() {
        for (Connection client : clients) {
            if (client.outbox().needsVisit()) {
                return true;
            }
        }
        return false;
    }

    /** Wakes the postman if it sleeps. Of many threads that ring at once only the first one does it. Never blocks. */
    void ring() {
        if (asleep.get() && asleep.compareAndSet(true, false)) {
            LockSupport.unpark(thread);
        }
    }

    /** The number of the visit that is going on; 0 between visits, less when the postman was relieved. */
    long visit() {
        return visit.get();
    }

    /** Makes the postman stay with its client, if this visit is still going on. Returns the client, or null. */
    Connection relieve(long thisVisit) {
        Connection client = visited;
        client.setWriterState("writing"); // before it is decided: after it, the postman may already wait for mail
        if (!visit.compareAndSet(thisVisit, RELIEVED)) {
            client.setWriterState("");
            return null;
        }
        return client;
    }

    void setName(String name) {
        thread.setName(name);
    }

    /** What the postman does right now, one word. */
    String state() {
        return visit.get() > 0 ? "writing" : asleep.get() ? "sleeping" : "walking";
    }

    void close() {
        open = false;
        LockSupport.unpark(thread); // an interrupt would close the file of the transcript during a write
    }
}
