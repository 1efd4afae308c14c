package chatlab.swing.hood;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FreezeTest {
    private long now = 1_000;
    private final Freeze freeze = new Freeze(() -> now);

    @Test
    void freezeCountsLinesAndTheWaitOfTheFirst() {
        freeze.arrived();
        freeze.begin();
        now += 100;
        freeze.arrived();
        now += 100;
        freeze.arrived();
        now += 2_800;

        assertThat(freeze.end()).isEqualTo(new Freeze.Result(3_000, 2, 2_900));
    }

    @Test
    void everyFreezeIsMeasuredByItself() {
        freeze.begin();
        freeze.arrived();
        freeze.end();
        freeze.arrived();
        freeze.begin();
        now += 10;

        assertThat(freeze.end()).isEqualTo(new Freeze.Result(10, 0, 0));
    }
}
