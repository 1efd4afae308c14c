package chatlab.cli.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LineComparisonTest {
    private final LineComparison comparison =
            new LineComparison(Set.of("ksc"), Map.of("ida", "10", "guesta", "guest4"));

    @Test
    void lineAboutAPersonOrAGuestOfTheSessionIsAboutThem() {
        assertThat(comparison.isAboutPeople("* ksc has left.")).isTrue();
        assertThat(comparison.isAboutPeople("* guest4 is now eve.")).isTrue();
    }

    @Test
    void minuteThatEqualsAnIdOfTheSessionIsNotAboutThem() {
        assertThat(comparison.isAboutPeople("<talker 02:10> good morning")).isFalse();
    }
}
