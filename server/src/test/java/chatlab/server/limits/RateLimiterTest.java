package chatlab.server.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RateLimiterTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    /** The rate of a client: ten lines at once, then one each half second. */
    private static RateLimiter limiter(long now) {
        return new RateLimiter(10, SECOND / 2, now);
    }

    @Test
    void tenUnitsAtOnceAndThenTwoASecond() {
        RateLimiter limiter = limiter(0);
        for (int i = 0; i < 10; i++) {
            assertThat(limiter.millisToWait(1, 0)).isZero();
            limiter.charge(1, 0);
        }
        assertThat(limiter.millisToWait(1, 0)).isBetween(500L, 502L);
        limiter.charge(1, 0);
        assertThat(limiter.millisToWait(1, 0)).isBetween(1000L, 1002L);
        limiter.charge(1, 0);
        assertThat(limiter.millisToWait(1, SECOND)).isBetween(500L, 502L);
        assertThat(limiter.millisToWait(1, 100 * SECOND)).isZero();
    }

    @Test
    void silenceDoesNotAddToTheBurst() {
        RateLimiter limiter = limiter(0);
        limiter.charge(10, 100 * SECOND);
        assertThat(limiter.millisToWait(1, 100 * SECOND)).isBetween(500L, 502L);
    }

    @Test
    void limitHoldsWhenTheClockOverflows() {
        long now = Long.MAX_VALUE - SECOND;
        RateLimiter limiter = limiter(now);
        limiter.charge(10, now);
        assertThat(limiter.millisToWait(1, now)).isBetween(500L, 502L);
        assertThat(limiter.millisToWait(1, now + 100 * SECOND)).isZero();
    }

    @Test
    void limitHoldsWhenTheClockBeginsBelowZero() {
        RateLimiter limiter = limiter(-100 * SECOND);
        limiter.charge(10, -100 * SECOND);
        assertThat(limiter.millisToWait(1, -100 * SECOND)).isBetween(500L, 502L);
    }
}
