package chatlab.swing.hood;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FreezeTest {
    private long now = 1_000;
    private Runnable meanwhile = () -> {};
    private final Freeze freeze = new Freeze(() -> now, () -> meanwhile.run());

    @Test
    void freezeCountsLinesAndTheWaitOfTheFirst() {
        freeze.arrived();
        meanwhile = () -> {
            now += 100;
            freeze.arrived();
            now += 100;
            freeze.arrived();
            now += 2_800;
        };

        assertThat(freeze.run()).isEqualTo(new Freeze.Result(3_000, 2, 2_900));
    }

    @Test
    void everyFreezeIsMeasuredByItself() {
        meanwhile = freeze::arrived;
        freeze.run();
        freeze.arrived();
        meanwhile = () -> now += 10;

        assertThat(freeze.run()).isEqualTo(new Freeze.Result(10, 0, 0));
    }
}
