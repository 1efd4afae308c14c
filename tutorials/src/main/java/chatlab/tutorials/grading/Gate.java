package chatlab.tutorials.grading;

import java.util.concurrent.CountDownLatch;

/** Keeps each thread that comes in until it is opened, whether the thread is interrupted or not. */
public final class Gate {
    private final CountDownLatch open = new CountDownLatch(1);
    private volatile boolean entered;

    public void enter() {
        entered = true;
        boolean interrupted = false;
        while (open.getCount() > 0) {
            try {
                open.await();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether a thread has come in. */
    public boolean isEntered() {
        return entered;
    }

    public void open() {
        open.countDown();
    }
}
