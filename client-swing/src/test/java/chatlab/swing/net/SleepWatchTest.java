package chatlab.swing.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SleepWatchTest {
    private final TestClock clock = new TestClock();
    private final ChatSession.SleepWatch watch = new ChatSession.SleepWatch(clock);

    @Test
    void aBusyMomentIsNoSleep() {
        clock.putForward(Duration.ofSeconds(15));
        assertThat(watch.hasSlept()).isFalse();
        clock.putForward(Duration.ofSeconds(15));
        assertThat(watch.hasSlept()).isFalse();
    }

    @Test
    void aSleepIsNoticedOnce() {
        clock.putForward(Duration.ofSeconds(21));
        assertThat(watch.hasSlept()).isTrue();
        assertThat(watch.hasSlept()).isFalse();
    }

    @Test
    void aClockThatIsPutBackIsNoSleep() {
        clock.putForward(Duration.ofHours(-1));
        assertThat(watch.hasSlept()).isFalse();
        assertThat(watch.hasSlept()).isFalse();
    }
}
