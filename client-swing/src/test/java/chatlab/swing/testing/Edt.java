package chatlab.swing.testing;

import chatlab.protocol.testing.HangLimit;
import java.awt.EventQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs code of a test on the event dispatch thread. */
final class Edt {
    private Edt() {}

    /** Returns or throws what the action does. Fails if the action does not end within {@link HangLimit}. */
    static <T> T call(Callable<T> action) {
        FutureTask<T> task = new FutureTask<>(action);
        if (EventQueue.isDispatchThread()) {
            task.run();
        } else {
            EventQueue.invokeLater(task);
        }
        try {
            return task.get(HangLimit.SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("the event dispatch thread is busy for more than " + HangLimit.SECONDS + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted, as after the time limit of a test", e);
        } catch (ExecutionException e) {
            return rethrow(e.getCause());
        }
    }

    private static <T> T rethrow(Throwable cause) {
        cause.addSuppressed(new Throwable("this is who asked for it"));
        if (cause instanceof RuntimeException e) {
            throw e;
        }
        if (cause instanceof Error e) {
            throw e;
        }
        throw new AssertionError(cause);
    }
}
