package chatlab.swing.hood;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.swing.testing.NeedsFonts;
import java.awt.Rectangle;
import java.time.Clock;
import java.time.ZoneOffset;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Works without a display. */
@ExtendWith(NeedsFonts.class)
class WireTableTest {
    private static final int LINES = 100;

    private final Wire wire = new Wire(Clock.systemUTC());

    private WireTable table;

    @Test
    void theNewestLineStaysInSightWhateverTheSize() throws Exception {
        SwingUtilities.invokeAndWait(() -> {
            open();
            for (int height : new int[] {400, 150, 300}) {
                resize(height);
                assertThat(isInSight(LINES - 1)).as("%s high", height).isTrue();
            }
            wire.sent("/say one more");
            table.update(wire);
            assertThat(isInSight(LINES)).isTrue();
        });
    }

    @Test
    void readersPlaceStaysWhenALineIsAdded() throws Exception {
        SwingUtilities.invokeAndWait(() -> {
            open();
            table.table().scrollRectToVisible(new Rectangle(0, 0, 1, 1));
            resize(150);
            wire.sent("/say one more");
            table.update(wire);
            assertThat(isInSight(0)).isTrue();
        });
    }

    private void open() {
        table = new WireTable(ZoneOffset.UTC);
        table.addNotify(); // or it would not be laid out
        resize(200);
        for (int i = 0; i < LINES; i++) {
            wire.sent("/say " + i);
        }
        table.update(wire);
    }

    private void resize(int height) {
        table.setSize(600, height);
        table.validate();
    }

    private boolean isInSight(int row) {
        return table.getViewport().getViewRect().contains(table.table().getCellRect(row, 0, true));
    }
}
