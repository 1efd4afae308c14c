package chatlab.swing.hood;

import chatlab.protocol.Words;
import java.util.concurrent.TimeUnit;

/** Durations in words. */
final class DurationText {
    private static final Words WORDS = new Words(DurationText.class);
    private static final double MICRO = 1_000;
    private static final double MILLI = 1_000_000;

    private DurationText() {}

    /** With three digits or so: 640 µs, 1.23 ms, 123 ms. */
    static String precise(long nanos) {
        if (nanos < MILLI) {
            return WORDS.get("time.micros", nanos / MICRO);
        }
        return WORDS.get(nanos < 10 * MILLI ? "time.millis.short" : "time.millis", nanos / MILLI);
    }

    static long seconds(long nanos) {
        return TimeUnit.NANOSECONDS.toSeconds(nanos);
    }
}
