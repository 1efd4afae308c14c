package chatlab.server;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** One thread that does small things later: lets silent newcomers in, closes what lingers, forgets what was kept. */
final class Housekeeper implements AutoCloseable {
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, task -> {
        Thread thread = new Thread(task, "housekeeper");
        thread.setDaemon(true);
        return thread;
    });

    /** Its thread is made now: when the first task comes, there may be none to be had. */
    Housekeeper() {
        timer.prestartCoreThread();
        timer.setRemoveOnCancelPolicy(true);
        timer.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy()); // closed: nothing is done any more
    }

    /** Runs {@code task}, which must not block, after this many milliseconds, unless the server ends before. */
    Future<?> after(long milliseconds, Runnable task) {
        return timer.schedule(task, milliseconds, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
