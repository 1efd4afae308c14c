package chatlab.tutorials.weave;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VaryingTest {
    @Test
    void equalTextsInThePageAreEqualInTheRun() {
        Varying ports = new Varying("\\d{5}");
        assertThat(ports.same("ada is at 40001", "ada is at 51234")).isTrue();
        assertThat(ports.same("40001 says hello", "51234 says hello")).isTrue();
        assertThat(ports.same("40001 leaves", "51235 leaves")).isFalse();
    }

    @Test
    void differentTextsInThePageDifferInTheRun() {
        Varying ports = new Varying("\\d{5}");
        assertThat(ports.same("40001 and 40002", "51234 and 51234")).isFalse();
    }

    @Test
    void minuteMayEndBetweenTwoLines() {
        Varying times = new Varying("\\d\\d:\\d\\d");
        assertThat(times.same("16:05 * Welcome.", "23:59 * Welcome.")).isTrue();
        assertThat(times.same("16:05 ada: hello", "00:00 ada: hello")).isTrue();
        assertThat(times.same("16:05 ada: hello", "soon ada: hello")).isFalse();
    }
}
