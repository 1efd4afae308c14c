package chatlab.swing.net;

import chatlab.protocol.testing.HangLimit;
import java.awt.EventQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/** Runs tasks on the event dispatch thread, and blocks it for tests. */
final class EventThread {
    private EventThread() {}

    static void run(Runnable action) throws Exception {
        get(() -> {
            action.run();
            return null;
        });
    }

    static <T> T get(Callable<T> question) throws Exception {
        FutureTask<T> task = new FutureTask<>(question);
        EventQueue.invokeLater(task);
        return task.get(HangLimit.SECONDS, TimeUnit.SECONDS);
    }

    /** Does nothing else until the latch is open. */
    static void freezeUntil(CountDownLatch thaw) {
        EventQueue.invokeLater(() -> {
            try {
                thaw.await(HangLimit.SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
