package chatlab.server.delivery;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * One thread that does the rounds: whoever has mail gets it, in one blocking write.
 *
 * <p>A client that does not read makes that write block. Then the {@link PostOffice} relieves this postman: he does no
 * round any more and stays at that door as the client's own {@link Writer}, and another postman goes on with the round.
 */
public final class Postman implements Runnable {
    /** What he can carry to one door, bytes. A block of {@link Batch} must fit. */
    public static final int BAG = 64 * 1024;

    /** Rounds without mail before he sleeps: to wake somebody costs more than to look once more. */
    private static final int IDLE_ROUNDS = 3;

    /**
     * Nanoseconds. A write that takes longer had to wait, though not long enough for the watchdog to see it; a few dozen
     * of these would be felt. So that client is the last one from then on, and the next round begins at once.
     */
    private static final long LONG = TimeUnit.MILLISECONDS.toNanos(1);

    private static final long NOT_AT_A_DOOR = 0;
    private static final long RELIEVED = -1;

    private final Iterable<Connection> doors;
    private final Runnable beforeWriting;
    private final Consumer<Connection> visitLast;
    private final Stay stay;
    private final LongSupplier nanoTime;
    private final byte[] bag = new byte[BAG];
    private final AtomicBoolean asleep = new AtomicBoolean();

    /**
     * The number of the visit that is going on. Two may change it: the postman when he has written, and the post office
     * when that takes too long. The one compare-and-set that succeeds decides which of them was first.
     */
    private final AtomicLong visit = new AtomicLong(NOT_AT_A_DOOR);

    private long visits;
    private boolean tookLong;
    private volatile Connection door;
    private volatile boolean open = true;
    private volatile boolean ended;
    private volatile Thread thread;

    /** What he does when he was relieved, with a bag that nobody else uses. */
    interface Stay {
        void at(Connection client, byte[] bag);
    }

    /** {@code visitLast} makes a client the last one of {@code doors}. */
    Postman(
            Iterable<Connection> doors,
            Runnable beforeWriting,
            Consumer<Connection> visitLast,
            Stay stay,
            LongSupplier nanoTime) {
        this.doors = doors;
        this.beforeWriting = beforeWriting;
        this.visitLast = visitLast;
        this.stay = stay;
        this.nanoTime = nanoTime;
    }

    @Override
    public void run() {
        thread = Thread.currentThread();
        try {
            int idleRounds = 0;
            while (open) {
                boolean foundMail = false;
                for (Connection client : doors) {
                    if (client.needsVisit()) {
                        foundMail = true;
                        if (!deliver(client)) {
                            stay.at(client, bag);
                            return;
                        }
                        if (tookLong) {
                            visitLast.accept(client);
                            break;
                        }
                    }
                }
                idleRounds = foundMail ? 0 : idleRounds + 1;
                if (idleRounds < IDLE_ROUNDS) {
                    Thread.yield(); // to those who talk: one long write costs less than two short ones
                } else {
                    idleRounds = 0;
                    sleep();
                }
            }
        } finally {
            ended = true;
        }
    }

    /** Writes once. False when it took so long that somebody else is the postman now. */
    private boolean deliver(Connection client) {
        try {
            int length = client.fill(bag);
            beforeWriting.run(); // after filling: all that is in the bag was told to the transcript before
            door = client;
            long thisVisit = ++visits; // never the same again, so an old look of the watchdog cannot mean a new visit
            visit.set(thisVisit);
            long begun = nanoTime.getAsLong();
            client.write(bag, length);
            tookLong = nanoTime.getAsLong() - begun > LONG;
            return visit.compareAndSet(thisVisit, NOT_AT_A_DOOR);
        } catch (RuntimeException | Error e) {
            client.close(); // what is in the bag is lost, and nobody shall miss lines without knowing
            throw e;
        }
    }

    /**
     * No wake-up is lost: whoever puts mail in after the last look finds the flag set, and whoever before is seen. The
     * same is true of what nobody is sent, like the words of somebody who is alone.
     */
    private void sleep() {
        asleep.set(true); // first the flag, then the last look
        beforeWriting.run();
        // the flag last: a lock that he had to wait for while he wrote the transcript may have used up the ring
        if (open && !isMailWaiting() && asleep.get()) {
            LockSupport.park(this); // returns at once if somebody has rung since
        }
        asleep.set(false);
    }

    private boolean isMailWaiting() {
        for (Connection client : doors) {
            if (client.needsVisit()) {
                return true;
            }
        }
        return false;
    }

    /** Wakes him if he sleeps. Only the first of many who ring at once does it. */
    void ring() {
        if (asleep.get() && asleep.compareAndSet(true, false)) {
            LockSupport.unpark(thread);
        }
    }

    /** The number of the visit that is going on, 0 between visits. */
    long visit() {
        return visit.get();
    }

    /** Tells him to stay where he is, if this visit is still going on. Returns the client there, or null if it is over. */
    Connection relieve(long thisVisit) {
        Connection client = door;
        client.setWriterState("writing"); // before it is decided: afterwards he may already wait for mail
        if (!visit.compareAndSet(thisVisit, RELIEVED)) {
            client.setWriterState("");
            return null;
        }
        return client;
    }

    void setName(String name) {
        thread.setName(name);
    }

    /** One word, for those who ask what the threads do. */
    String state() {
        return visit.get() > 0 ? "writing" : asleep.get() ? "sleeping" : "walking";
    }

    /** Whether his thread is gone, which only a fault in this program can have done while the server runs. */
    boolean hasEnded() {
        return ended;
    }

    void failedToStart() {
        ended = true;
    }

    void close() {
        open = false;
        LockSupport.unpark(thread); // an interrupt would close the file that he may be writing
    }
}
