package chatlab.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BackoffTest {

    @Test
    void waitsTwiceAsLongEachTimeButNeverLongerThanFifteenSeconds() {
        Backoff backoff = new Backoff(new Random(1));
        for (long millis : new long[] {500, 1000, 2000, 4000, 8000, 15000, 15000}) {
            assertThat(backoff.nextMillis()).isBetween(millis / 2, millis);
        }
        assertThat(backoff.isSlow()).isTrue();
    }

    @Test
    void thirtyClientsDoNotComeBackInOneMoment() {
        Set<Long> waits = new HashSet<>();
        for (int client = 0; client < 30; client++) {
            waits.add(new Backoff(new Random(client)).nextMillis());
        }
        assertThat(waits).hasSizeGreaterThan(20);
    }

    @Test
    void beginsAgainAfterAConnectionThatHeld() {
        Backoff backoff = new Backoff(new Random(1));
        backoff.nextMillis();
        backoff.nextMillis();
        backoff.held(Duration.ofSeconds(1)); // a connection that ends at once must not reset the pauses
        assertThat(backoff.nextMillis()).isGreaterThanOrEqualTo(1000);
        backoff.held(Duration.ofSeconds(60));
        assertThat(backoff.nextMillis()).isLessThanOrEqualTo(500);
    }
}
