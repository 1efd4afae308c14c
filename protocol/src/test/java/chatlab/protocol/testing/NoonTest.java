package chatlab.protocol.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class NoonTest {
    @Test
    void noTestRunsOverMidnight() {
        assertThat(LocalTime.now()).isBetween(LocalTime.of(12, 0), LocalTime.of(23, 0));
    }
}
