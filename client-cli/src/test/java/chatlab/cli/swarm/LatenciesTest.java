package chatlab.cli.swarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class LatenciesTest {
    private final Latencies latencies = new Latencies();

    @Test
    void tellsPercentilesToFivePercent() {
        for (int millis = 1; millis <= 1000; millis++) {
            latencies.add(millis * 1_000_000L);
        }
        assertThat(latencies.percentile(0.5)).isCloseTo(500, Percentage.withPercentage(5));
        assertThat(latencies.percentile(0.99)).isCloseTo(990, Percentage.withPercentage(5));
        assertThat(latencies.percentile(1)).isCloseTo(1000, Percentage.withPercentage(5));
    }

    @Test
    void forgottenTimesDoNotCount() {
        latencies.add(60_000_000_000L);
        latencies.clear();
        latencies.add(1_000_000);
        assertThat(latencies.percentile(1)).isCloseTo(1, Percentage.withPercentage(5));
    }

    @Test
    void percentileWithoutTimesIsZero() {
        assertThat(latencies.percentile(0.99)).isZero();
    }

    @Test
    void timesBelowAMicrosecondAndAboveADayCount() {
        latencies.add(0);
        assertThat(latencies.percentile(1)).isCloseTo(0.001, within(0.0002));
        latencies.add(Long.MAX_VALUE);
        assertThat(latencies.percentile(1)).isGreaterThan(3_600_000);
    }
}
