package chatlab.server.web;

import chatlab.server.limits.RateLimiter;
import java.util.concurrent.TimeUnit;

/**
 * Limits how fast all downloads together are sent: 50 MB a second, less than half of a network of 1 Gbit/s. A whole class that
 * downloads at the same moment leaves the other half, and the processor, to the chat.
 */
final class DownloadPace {
    /** Bytes that are sent at once. */
    static final int CHUNK = 16 * 1024;

    private static final long BYTES_A_SECOND = 50_000_000;

    /** Chunks that may go out at once: 1 MB. */
    private static final int AT_ONCE = 64;

    /** Guarded by this object. */
    private final RateLimiter chunks =
            new RateLimiter(AT_ONCE, TimeUnit.SECONDS.toNanos(1) * CHUNK / BYTES_A_SECOND, System.nanoTime());

    /** Waits until one more chunk may be sent. */
    synchronized void await() throws InterruptedException {
        for (long now = System.nanoTime(); !chunks.use(now); now = System.nanoTime()) {
            wait(chunks.millisToWait(1, now));
        }
    }
}
