package chatlab.cli;

import java.io.Closeable;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A wait that may take long: after two seconds, a thread of its own says what is waited for. {@link #close} ends it. */
final class LongWait implements Closeable {
    private static final long SILENT_MILLIS = 2_000;

    private final CountDownLatch over = new CountDownLatch(1);

    private LongWait() {}

    static LongWait begin(UserConsole console, String sentence) {
        LongWait wait = new LongWait();
        Thread thread = new Thread(() -> wait.tell(console, sentence), "long wait");
        thread.setDaemon(true);
        thread.start();
        return wait;
    }

    private void tell(UserConsole console, String sentence) {
        try {
            if (!over.await(SILENT_MILLIS, TimeUnit.MILLISECONDS)) {
                console.show(List.of(ScreenEntry.event("", sentence)));
            }
        } catch (InterruptedException e) {
            // no thread interrupts this one; there would be nothing to tell
        }
    }

    @Override
    public void close() {
        over.countDown();
    }
}
