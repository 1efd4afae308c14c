package chatlab.server.support;

import static chatlab.server.support.ServerWords.WORDS;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** One thread that does small things later: lets silent newcomers in, closes what lingers, forgets what was kept. */
public final class Scheduler implements AutoCloseable {
    private final Consumer<String> complaints;

    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, task -> {
        Thread thread = new Thread(task, "scheduler");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * {@code complaints} hears of a task that failed in a way that nobody foresaw. The thread is made now: when the first
     * task comes, there may be none to be had.
     */
    public Scheduler(Consumer<String> complaints) {
        this.complaints = complaints;
        timer.prestartCoreThread();
        timer.setRemoveOnCancelPolicy(true);
        timer.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy()); // closed: nothing is done any more
    }

    /** Runs {@code task}, which must not block, after this many milliseconds, unless the server ends before. */
    public Future<?> after(long milliseconds, Runnable task) {
        return timer.schedule(() -> run(task), milliseconds, TimeUnit.MILLISECONDS);
    }

    /** Runs {@code task}, which must not block, again and again, with this many milliseconds in between, until the server ends. */
    public void every(long milliseconds, Runnable task) {
        timer.scheduleWithFixedDelay(() -> run(task), milliseconds, milliseconds, TimeUnit.MILLISECONDS);
    }

    private void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            complaints.accept(WORDS.get("scheduler.failed", e));
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
