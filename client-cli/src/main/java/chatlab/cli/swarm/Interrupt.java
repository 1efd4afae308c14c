package chatlab.cli.swarm;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ctrl+C: ends the talking; the process ends only after the summary has been printed. */
final class Interrupt implements AutoCloseable {
    /** Longer than the swarm waits for its last messages. */
    private static final int SUMMARY_SECONDS = 60;

    private final CountDownLatch pressed;
    private final CountDownLatch summarised = new CountDownLatch(1);
    private final Thread hook = new Thread(this::hold, "swarm interrupt");

    /** {@code pressed} is counted down by Ctrl+C; anything else that counts it down ends the talking, too. */
    Interrupt(CountDownLatch pressed) {
        this.pressed = pressed;
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

    /** Waits so many seconds, or until Ctrl+C is pressed; says whether Ctrl+C was pressed. */
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
