package chatlab.swing.chat;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.swing.testing.NeedsFonts;
import chatlab.swing.ui.ChatLook;
import com.formdev.flatlaf.util.UIScale;
import java.awt.Dimension;
import java.awt.image.BufferedImage;
import javax.swing.JPanel;
import javax.swing.JSplitPane;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Works without a display. */
@ExtendWith(NeedsFonts.class)
class SidesTest {
    private static final BufferedImage SCREEN = new BufferedImage(10, 10, BufferedImage.TYPE_INT_RGB);
    private static final Dimension NOTHING = new Dimension(0, 0);

    private JPanel conversations;
    private JPanel middle;
    private JPanel people;
    private Sides sides;

    @AfterEach
    void restoreZoom() {
        UIScale.setZoomFactor(1);
    }

    @Test
    void readingComesFirstInASmallWindow() throws Exception {
        SwingUtilities.invokeAndWait(() -> {
            open(1_700);
            int wanted = conversations.getWidth();
            resize(820);
            assertThat(conversations.getWidth()).isLessThanOrEqualTo(215);
            assertThat(people.getWidth()).isLessThanOrEqualTo(205);
            resize(1_700);
            assertThat(conversations.getWidth()).isEqualTo(wanted);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "1, 820, false, false",
        "1, 780, false, true",
        "1, 620, false, true",
        "1, 580, true, true",
        "2, 1620, false, false",
        "2, 1120, true, true",
        "3, 1120, true, true"
    })
    void sidesForWhichThereIsNoRoomAreFoldedAwayAndComeBack(int zoom, int width, boolean left, boolean right)
            throws Exception {
        SwingUtilities.invokeAndWait(() -> {
            UIScale.setZoomFactor(zoom);
            open(width);
            assertThat(sides.left.isFolded()).isEqualTo(left);
            assertThat(sides.right.isFolded()).isEqualTo(right);
            assertThat(conversations.isVisible()).isEqualTo(!left);
            assertThat(people.isVisible()).isEqualTo(!right);
            assertThat(middle.getWidth()).isGreaterThanOrEqualTo(left && right ? width : width / 2 - 16);

            sides.right.open();
            sides.validate();
            assertThat(people.getWidth()).isBetween(150, width - 150);
            assertThat(SwingUtilities.convertPoint(people, people.getWidth(), 0, sides).x)
                    .isEqualTo(width);

            resize(zoom * 900);
            assertThat(conversations.getWidth()).isPositive();
            assertThat(people.getWidth()).isPositive();
            assertThat(middle.getWidth() + conversations.getWidth() + people.getWidth())
                    .isBetween(zoom * 880, zoom * 900);
        });
    }

    @Test
    void movedDividerStays() throws Exception {
        SwingUtilities.invokeAndWait(() -> {
            open(1_000);
            ((JSplitPane) sides.getComponent(0)).setDividerLocation(50);
            sides.validate();
            resize(850);
            resize(1_000);
            assertThat(conversations.getWidth()).isEqualTo(50);
        });
    }

    private void open(int width) {
        ChatLook.set(false);
        conversations = new JPanel();
        middle = new JPanel();
        people = new JPanel();
        for (JPanel part : new JPanel[] {conversations, middle, people}) {
            part.setMinimumSize(NOTHING);
        }
        sides = new Sides(conversations, middle, people, () -> {});
        sides.addNotify(); // or it would not be laid out
        resize(width);
    }

    private void resize(int width) {
        sides.setSize(width, 600);
        sides.validate();
        sides.paint(SCREEN.getGraphics()); // split panes follow other rules once they were painted
    }
}
