package chatlab.swing.ui;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.swing.testing.NeedsFonts;
import java.awt.image.BufferedImage;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(NeedsFonts.class)
class EdgeTest {
    private static final int SIZE = 20;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void lineShowsWhereTheFocusIs(boolean focused) throws Exception {
        BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_ARGB);
        SwingUtilities.invokeAndWait(() -> {
            ChatLook.set(false);
            JScrollPane pane = Edge.showFocus(new JScrollPane(new View(focused)));
            pane.getBorder().paintBorder(pane, image.createGraphics(), 0, 0, SIZE, SIZE);
        });
        int line = focused ? ThemeColor.ACCENT.color().getRGB() : 0;
        assertThat(image.getRGB(0, 0)).isEqualTo(line);
        assertThat(image.getRGB(SIZE - 1, SIZE - 1)).isEqualTo(line);
        assertThat(image.getRGB(SIZE / 2, SIZE / 2)).isZero();
    }

    private static final class View extends JPanel {
        private static final long serialVersionUID = 1;

        private final boolean focused;

        View(boolean focused) {
            this.focused = focused;
        }

        @Override
        public boolean isFocusOwner() {
            return focused;
        }
    }
}
