package chatlab.client;

import java.time.Duration;
import java.util.Random;

/**
 * How long to wait before the next attempt: twice as long each time, and never as long as everybody else.
 *
 * <p>Not safe for use by several threads.
 */
public final class Backoff {
    private static final long FIRST_MILLIS = 500;
    private static final long LAST_MILLIS = 15_000;

    /** A connection that held this long was a good one. */
    private static final Duration GOOD = Duration.ofSeconds(10);

    private final Random random;
    private long millis = FIRST_MILLIS;

    /** Begins with the shortest time. Tests pass a {@code random} whose numbers they know. */
    public Backoff(Random random) {
        this.random = random;
    }

    /**
     * Milliseconds to wait now: between a half and all of the time whose turn it is, so that thirty clients do not come
     * back in one moment. That time is half a second at first and fifteen seconds at last.
     */
    public long nextMillis() {
        long wait = millis / 2 + random.nextInt((int) (millis / 2) + 1);
        millis = Math.min(millis * 2, LAST_MILLIS);
        return wait;
    }

    /** Whether the waiting has reached its longest. */
    public boolean isSlow() {
        return millis == LAST_MILLIS;
    }

    /** A connection has ended that held for this long. After ten seconds or more, the waiting begins anew. */
    public void held(Duration time) {
        if (time.compareTo(GOOD) >= 0) {
            millis = FIRST_MILLIS;
        }
    }
}
