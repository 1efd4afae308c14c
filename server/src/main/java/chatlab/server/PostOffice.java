package chatlab.server;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Sees to it that there is always one {@link Postman} who does the rounds: its watchdog looks where he stands, and when
 * he stands at the same door twice, it hires another one and leaves that door to him.
 */
final class PostOffice implements Delivery {
    /** Milliseconds between two looks, so a door that blocks holds the round up for at most twice as long. */
    private static final int LOOK_EVERY = 10;

    /** The doors on the round. A client that has a writer of its own is not among them. */
    private final List<Connection> doors = new CopyOnWriteArrayList<>();

    private final CountDownLatch closed = new CountDownLatch(1);
    private final Threads threads;
    private final Runnable beforeWriting;
    private volatile Postman onDuty;

    /** {@code beforeWriting} is run before each write: the transcript must have what a client is about to see. */
    PostOffice(Threads threads, Runnable beforeWriting) {
        this.threads = threads;
        this.beforeWriting = beforeWriting;
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
        long lastVisit = 0;
        try {
            while (!closed.await(LOOK_EVERY, TimeUnit.MILLISECONDS)) {
                long visit = onDuty.visit();
                if (visit > 0 && visit == lastVisit) {
                    relieve(visit);
                    visit = 0; // the new one counts his own
                } else if (onDuty.hasEnded()) {
                    hire();
                }
                lastVisit = visit;
            }
        } catch (InterruptedException e) {
            // the server ends
        }
    }

    private void relieve(long visit) {
        Connection client = onDuty.relieve(visit);
        if (client != null) {
            doors.remove(client);
            hire();
        }
    }

    private void hire() {
        try {
            Postman postman = new Postman(doors, beforeWriting);
            onDuty = postman; // before he starts: otherwise one who rings now could wake the wrong one
            threads.start("postman", postman);
        } catch (OutOfMemoryError e) {
            onDuty.failedToStart(); // no thread or no memory to be had: the watchdog tries again at its next look
        }
        if (closed.getCount() == 0) {
            onDuty.close();
        }
    }
}
