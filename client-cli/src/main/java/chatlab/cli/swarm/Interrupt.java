package chatlab.cli.swarm;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ctrl+C, which ends the talking and not this process: that waits until the summary has been said. */
final class Interrupt implements AutoCloseable {
    private static final int SUMMARY_SECONDS = 25;

    private final CountDownLatch pressed = new CountDownLatch(1);
    private final CountDownLatch summarised = new CountDownLatch(1);
    private final Thread hook = new Thread(this::hold, "swarm interrupt");

    Interrupt() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void hold() {
        pressed.countDown();
        try {
            summarised.await(SUMMARY_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits so many seconds; true, and at once, when it has been pressed. */
    boolean await(int seconds) throws InterruptedException {
        return pressed.await(seconds, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        summarised.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the process ends already
        }
    }
}
