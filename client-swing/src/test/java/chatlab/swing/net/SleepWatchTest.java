package chatlab.swing.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SleepWatchTest {
    private final TestClock clock = new TestClock();
    private final ChatSession.SleepWatch watch = new ChatSession.SleepWatch(clock);

    @Test
    void busyMomentIsNotTakenForASleep() {
        clock.putForward(Duration.ofSeconds(15));
        assertThat(watch.hasSlept()).isFalse();
        clock.putForward(Duration.ofSeconds(15));
        assertThat(watch.hasSlept()).isFalse();
    }

    @Test
    void sleepIsNoticedOnce() {
        clock.putForward(Duration.ofSeconds(21));
        assertThat(watch.hasSlept()).isTrue();
        assertThat(watch.hasSlept()).isFalse();
    }

    @Test
    void clockPutBackIsNotTakenForASleep() {
        clock.putForward(Duration.ofHours(-1));
        assertThat(watch.hasSlept()).isFalse();
        assertThat(watch.hasSlept()).isFalse();
    }
}
