package chatlab.server.support;

import static chatlab.server.support.ServerWords.WORDS;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * One thread that runs short tasks later: lets silent newcomers in, closes lingering connections, forgets lost people. The first
 * task starts it.
 */
public final class Scheduler implements AutoCloseable {
    private final Consumer<String> complaints;

    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, task -> {
        Thread thread = new Thread(task, "scheduler");
        thread.setDaemon(true);
        return thread;
    });

    /** {@code complaints} is told of each task that failed by an exception. */
    public Scheduler(Consumer<String> complaints) {
        this.complaints = complaints;
        timer.setRemoveOnCancelPolicy(true);
        timer.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy()); // closed: nothing is done any more
    }

    /** Runs {@code task}, which must not block, after this many milliseconds, unless the server ends before. */
    public Future<?> after(long milliseconds, Runnable task) {
        return timer.schedule(() -> run(task), milliseconds, TimeUnit.MILLISECONDS);
    }

    /** Runs {@code task}, which must not block, every so many milliseconds, until the server ends. */
    public void every(long milliseconds, Runnable task) {
        timer.scheduleWithFixedDelay(() -> run(task), milliseconds, milliseconds, TimeUnit.MILLISECONDS);
    }

    private void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            complain(e);
        }
    }

    private void complain(Throwable fault) {
        try {
            complaints.accept(WORDS.get("scheduler.failed", fault));
        } catch (OutOfMemoryError e) {
            // the complaint is lost; but a task of every() would not be run again after an error
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
