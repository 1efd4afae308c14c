package chatlab.swing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ZoomTest {
    @Test
    void goesUpAndDownInSteps() {
        assertThat(Zoom.larger(100)).isEqualTo(110);
        assertThat(Zoom.smaller(100)).isEqualTo(90);
        assertThat(Zoom.larger(Zoom.smaller(200))).isEqualTo(200);
    }

    @Test
    void anyOtherSizeGoesToTheNextStep() {
        assertThat(Zoom.larger(133)).isEqualTo(150);
        assertThat(Zoom.smaller(133)).isEqualTo(125);
    }

    @Test
    void zoomHasLimits() {
        assertThat(Zoom.larger(300)).isEqualTo(300);
        assertThat(Zoom.smaller(50)).isEqualTo(50);
    }
}
