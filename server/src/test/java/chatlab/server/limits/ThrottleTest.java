package chatlab.server.limits;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.server.TestServer;
import chatlab.server.delivery.Line;
import chatlab.server.delivery.NoDelivery;
import org.junit.jupiter.api.Test;

class ThrottleTest {
    @Test
    void tenLinesAreFreeHoweverTheirBytesAreCharged() throws Exception {
        try (Line line = Line.open(1, new NoDelivery())) {
            Throttle throttle = new Throttle(line.connection(), TestServer.settings(), () -> false);
            for (int i = 0; i < 9; i++) {
                assertThat(throttle.mustWait()).isFalse();
                throttle.charge(1000);
                throttle.charge(3096);
            }
            assertThat(throttle.mustWait()).isFalse();
            throttle.charge(1600 * 4096); // many more seconds than this test takes
            assertThat(throttle.mustWait()).isTrue();
        }
    }
}
