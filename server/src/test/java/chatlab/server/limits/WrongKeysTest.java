package chatlab.server.limits;

import static chatlab.server.TestServer.LAB;
import static chatlab.server.TestServer.NEXT_DOOR;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WrongKeysTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final WrongKeys wrongKeys = new WrongKeys(1000);

    private long secondsToWait(InetAddress address, long since, long now) {
        return (wrongKeys.millisToWait(address, since * SECOND, now * SECOND) + 500) / 1000;
    }

    private void add(InetAddress address, int times, long now) {
        for (int i = 0; i < times; i++) {
            wrongKeys.add(address, now * SECOND);
        }
    }

    @Test
    void firstKeyDoesNotWait() {
        assertThat(secondsToWait(LAB, 0, 0)).isZero();
    }

    @Test
    void eachWrongKeyDoublesTheWaitUpToAboutAMinute() {
        for (long expected : new long[] {1, 2, 4, 8, 16, 32, 64, 64, 64}) {
            add(LAB, 1, 0);
            assertThat(secondsToWait(LAB, 0, 0)).isEqualTo(expected);
        }
    }

    @Test
    void newConnectionWaitsTheWholeTime() {
        add(LAB, 5, 0);
        assertThat(secondsToWait(LAB, 0, 10)).isEqualTo(6);
        assertThat(secondsToWait(LAB, 10, 10))
                .as("a connection that was just opened")
                .isEqualTo(16);
    }

    @Test
    void earlierConnectionDoesNotWaitForItsNeighbour() {
        add(LAB, 50, 100);
        assertThat(secondsToWait(LAB, 30, 100)).isZero();
    }

    @Test
    void anotherAddressDoesNotWait() {
        add(LAB, 50, 0);
        assertThat(secondsToWait(NEXT_DOOR, 0, 0)).isZero();
    }

    @Test
    void loopbackWaitsLikeAnyAddress() {
        add(InetAddress.getLoopbackAddress(), 3, 0);
        assertThat(secondsToWait(InetAddress.getLoopbackAddress(), 0, 0)).isEqualTo(4);
    }

    @Test
    void wrongKeysAreForgottenAfterTenMinutes() {
        add(LAB, 5, 0);
        assertThat(secondsToWait(LAB, 599, 599)).isEqualTo(16);
        assertThat(secondsToWait(LAB, 601, 601)).isZero();
        add(LAB, 1, 601);
        assertThat(secondsToWait(LAB, 601, 601)).isEqualTo(1);
    }

    @Test
    void oldestAddressIsForgottenBeyondOneThousand() throws Exception {
        add(LAB, 5, 0);
        for (int i = 0; i < 1000; i++) {
            add(InetAddress.getByAddress(new byte[] {10, 9, (byte) (i >> 8), (byte) i}), 1, 0);
        }
        assertThat(secondsToWait(LAB, 0, 0)).isZero();
    }
}
