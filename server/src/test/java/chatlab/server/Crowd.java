package chatlab.server;

import chatlab.protocol.testing.HangLimit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Does several things at the same time, each in a thread of its own. */
public final class Crowd implements AutoCloseable {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Future<?>> deeds = new ArrayList<>();

    public interface Deed {
        void run() throws Exception;
    }

    public void letDo(Deed deed) {
        deeds.add(threads.submit(() -> {
            deed.run();
            return null;
        }));
    }

    /** Waits until all are done, and fails as they did. */
    public void await() throws Exception {
        for (Future<?> deed : deeds) {
            deed.get(HangLimit.SECONDS, TimeUnit.SECONDS);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
