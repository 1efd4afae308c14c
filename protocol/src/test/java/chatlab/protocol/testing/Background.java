package chatlab.protocol.testing;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/** Runs blocking tasks beside a test. Each has its own thread: the common pool has as few threads as the machine has cores. */
public final class Background {
    private Background() {}

    /** Runs {@code task} in a thread of its own; its value or exception is in the result. */
    public static <T> CompletableFuture<T> run(Callable<T> task) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread thread = new Thread(() -> complete(result, task), "beside the test");
        thread.setDaemon(true);
        thread.start();
        return result;
    }

    private static <T> void complete(CompletableFuture<T> result, Callable<T> task) {
        try {
            result.complete(task.call());
        } catch (Exception | Error e) {
            result.completeExceptionally(e);
        }
    }
}
