package chatlab.tutorials.grading;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/** Runs a body in a thread of its own until it comes back, or until it is proven that it will not. */
final class Limited {
    private static final int NAP_MS = 50;

    private Limited() {}

    /** @param fairTime see {@link Checks#within(String, Duration, Step)} */
    static void run(Duration fairTime, Step body) throws Exception {
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
        try (Wait wait = Wait.begin()) { // before the thread itself may wait
            thread.start();
            await(thread, wait, fairTime);
        }
        if (thrown.get() instanceof Error) {
            throw (Error) thrown.get();
        }
        if (thrown.get() != null) {
            throw (Exception) thrown.get();
        }
    }

    private static void await(Thread thread, Wait wait, Duration fairTime) throws InterruptedException, Late {
        for (long naps = fairTime.toMillis() / NAP_MS; thread.isAlive(); naps--) {
            boolean inVain = wait.isInVain() && thread.isAlive();
            if (inVain || naps == 0) {
                throw new Late(inVain ? wait.proof() : null, fairTime, ThreadDump.inWords());
            }
            thread.join(NAP_MS);
        }
    }
}
