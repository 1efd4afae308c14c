package chatlab.swing.net;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Notices that the machine has slept: time has passed, and this was not asked. */
final class SleepWatch {
    /** Asked far more often than this, by somebody who may have been held up for some seconds. */
    private static final Duration NO_PAUSE = Duration.ofSeconds(20);

    private final Clock clock;
    private Instant last;

    SleepWatch(Clock clock) {
        this.clock = clock;
        this.last = clock.instant();
    }

    /** Whether the machine has slept since the last time that this was asked. To be asked every second or so. */
    boolean hasSlept() {
        Instant now = clock.instant();
        boolean slept = Duration.between(last, now).compareTo(NO_PAUSE) > 0;
        last = now;
        return slept;
    }
}
