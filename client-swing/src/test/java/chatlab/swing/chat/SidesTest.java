package chatlab.swing.chat;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.swing.testing.NeedsFonts;
import chatlab.swing.ui.ChatLook;
import java.awt.Dimension;
import java.awt.image.BufferedImage;
import javax.swing.JPanel;
import javax.swing.JSplitPane;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Works without a display. */
@ExtendWith(NeedsFonts.class)
class SidesTest {
    private static final BufferedImage SCREEN = new BufferedImage(10, 10, BufferedImage.TYPE_INT_RGB);
    private static final Dimension NOTHING = new Dimension(0, 0);

    private JPanel conversations;
    private JPanel middle;
    private JPanel people;
    private Sides sides;

    @Test
    void readingComesFirstInASmallWindow() throws Exception {
        SwingUtilities.invokeAndWait(() -> {
            open(1_700);
            int wanted = conversations.getWidth();
            for (int width : new int[] {600, 450, 300}) {
                resize(width);
                assertThat(conversations.getWidth()).as("of %s", width).isLessThanOrEqualTo(width * 22 / 100);
                assertThat(people.getWidth()).as("of %s", width).isLessThanOrEqualTo(width * 28 / 100);
                assertThat(middle.getWidth()).as("of %s", width).isGreaterThan(width * 2 / 5);
            }
            resize(1_700);
            assertThat(conversations.getWidth()).isEqualTo(wanted);
        });
    }

    @Test
    void movedDividerStays() throws Exception {
        SwingUtilities.invokeAndWait(() -> {
            open(1_000);
            ((JSplitPane) sides.getComponent(0)).setDividerLocation(50);
            sides.validate();
            resize(400);
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
        sides = new Sides(conversations, middle, people);
        sides.addNotify(); // or it would not be laid out
        resize(width);
    }

    private void resize(int width) {
        sides.setSize(width, 600);
        sides.validate();
        sides.paint(SCREEN.getGraphics()); // split panes follow other rules once they were painted
    }
}
