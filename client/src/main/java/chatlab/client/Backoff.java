package chatlab.client;

import java.time.Duration;
import java.util.Random;

/**
 * How long to wait before the next attempt: twice as long each time, and with a random part, so that clients of one class
 * do not all come back at once.
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
     * Milliseconds to wait now: at random between a half and all of the current time, which begins with half a second and
     * doubles up to fifteen seconds.
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

    /** A connection that held for this long has ended. After ten seconds or more, begins with the shortest time again. */
    public void held(Duration time) {
        if (time.compareTo(GOOD) >= 0) {
            millis = FIRST_MILLIS;
        }
    }
}
