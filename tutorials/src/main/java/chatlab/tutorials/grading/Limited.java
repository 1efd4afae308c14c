package chatlab.tutorials.grading;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/** Runs a body in a thread of its own, for a limited time: the student's code may wait for ever. */
final class Limited {
    private Limited() {}

    static void run(Duration limit, Step body) throws Exception {
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        body.run();
                    } catch (Throwable e) {
                        thrown.set(e);
                    }
                },
                "check");
        thread.setDaemon(true);
        thread.start();
        thread.join(limit.toMillis());
        if (thread.isAlive()) {
            throw new Late(limit, Threads.inWords());
        }
        if (thrown.get() instanceof Error) {
            throw (Error) thrown.get();
        }
        if (thrown.get() != null) {
            throw (Exception) thrown.get();
        }
    }
}
