package chatlab.server.limits;

import static chatlab.server.support.ServerWords.WORDS;

import chatlab.protocol.Event;
import chatlab.server.delivery.Connection;
import chatlab.server.support.Settings;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Limits how fast one client talks: ten lines at once, then two a second. Its reader waits here before it obeys a line, and
 * charges afterwards what the line has cost. Used by the client's own reader only, so no other client waits.
 */
public final class Throttle {
    /** What a line costs, bytes: as much as the longest line has. */
    public static final int LINE = 4096;

    private static final int LINES_AT_ONCE = 10;
    private static final long NANOS_A_BYTE = TimeUnit.MILLISECONDS.toNanos(500) / LINE;

    private final Connection connection;
    private final Settings settings;
    private final BooleanSupplier exempt;
    private final RateLimiter limiter;
    private boolean warned;
    private int waits;

    /** {@code exempt}: whether there is no limit for the client just now. */
    public Throttle(Connection connection, Settings settings, BooleanSupplier exempt) {
        this.connection = connection;
        this.settings = settings;
        this.exempt = exempt;
        this.limiter = new RateLimiter(LINES_AT_ONCE * LINE, NANOS_A_BYTE, System.nanoTime());
    }

    /** Whether the next line has to wait. */
    public boolean mustWait() {
        return isOn() && limiter.millisToWait(LINE, System.nanoTime()) > 0;
    }

    // begin await
    /** Waits until one more line is allowed, or the connection ends. Ends the connection of a client that never pauses. */
    public void await() throws InterruptedException {
        if (++waits > settings.floodWaits()) {
            connection.goodbye(new Event.Bye("", "error", WORDS.get("bye.flood")));
            return;
        }
        if (!warned) {
            warned = true;
            connection.send(new Event.Note("slow-down", WORDS.get("slow-down")));
        }
        connection.pauseReader(limiter.millisToWait(LINE, System.nanoTime()));
    }
    // end await

    /** Charges what a line has cost. */
    public void charge(int bytes) {
        if (isOn()) {
            long now = System.nanoTime();
            if (limiter.isPaid(now)) {
                warned = false;
                waits = 0;
            }
            limiter.charge(bytes, now);
        }
    }

    private boolean isOn() {
        return settings.flood().isOn() && !exempt.getAsBoolean();
    }
}
