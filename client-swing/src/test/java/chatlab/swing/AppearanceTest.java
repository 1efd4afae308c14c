package chatlab.swing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AppearanceTest {
    @Test
    void goesUpAndDownInSteps() {
        assertThat(Appearance.larger(100)).isEqualTo(110);
        assertThat(Appearance.smaller(100)).isEqualTo(90);
        assertThat(Appearance.larger(Appearance.smaller(200))).isEqualTo(200);
    }

    @Test
    void anyOtherSizeGoesToTheNextStep() {
        assertThat(Appearance.larger(133)).isEqualTo(150);
        assertThat(Appearance.smaller(133)).isEqualTo(125);
    }

    @Test
    void zoomHasLimits() {
        assertThat(Appearance.larger(300)).isEqualTo(300);
        assertThat(Appearance.smaller(50)).isEqualTo(50);
    }
}
