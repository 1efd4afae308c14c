package chatlab.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** When and how it ends. Each of the two threads may end it, and the first one decides. */
final class Ending {
    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicReference<Outcome> outcome = new AtomicReference<>();

    private volatile boolean leaving;
    private volatile boolean inputEnded;

    void end(Outcome how) {
        outcome.compareAndSet(null, how);
        over.countDown();
    }

    boolean isOver() {
        return over.getCount() == 0;
    }

    /** Waits until it is over, but not longer than this. Says whether it is over. */
    boolean await(long millis) throws InterruptedException {
        return over.await(millis, TimeUnit.MILLISECONDS);
    }

    Outcome await() throws InterruptedException {
        over.await();
        return outcome.get();
    }

    /** From here on it is no accident if the server closes the connection. */
    void leave() {
        leaving = true;
    }

    boolean isLeaving() {
        return leaving;
    }

    /** Nothing more will be typed: a lost connection is not worth another one. */
    void endInput() {
        inputEnded = true;
    }

    boolean hasInputEnded() {
        return inputEnded;
    }
}
