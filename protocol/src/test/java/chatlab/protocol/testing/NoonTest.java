package chatlab.protocol.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class NoonTest {
    @Test
    void defaultTimeZoneIsTheOffsetOfNoon() {
        int hour = Instant.now().atZone(ZoneId.systemDefault()).getHour();
        assertThat(hour).isBetween(12, 14);
        assertThat(ZoneId.systemDefault().normalized()).isInstanceOf(ZoneOffset.class);
    }
}
