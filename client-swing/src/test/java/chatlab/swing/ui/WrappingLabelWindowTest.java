package chatlab.swing.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chatlab.swing.testing.RobotTest;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.LayoutManager;
import java.util.concurrent.atomic.AtomicInteger;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.Test;

/** A label with words that need two lines. */
class WrappingLabelWindowTest extends RobotTest {
    private final JLabel label = onEdt(() -> new WrappingLabel());

    @Test
    void labelIsAsHighAsItsWordsWhenFirstShown() {
        show(() -> {
            JPanel page = new JPanel(new MigLayout("hidemode 3", "[200!]"));
            page.add(label, "wmin 0");
            label.setVisible(false);
            return page;
        });
        onEdt(() -> {
            label.setText("These are more words than there can be in one line of this width.");
            label.setVisible(true);
        });
        await().until(() -> onEdt(() ->
                label.getHeight() >= 2 * label.getFontMetrics(label.getFont()).getHeight()));
    }

    @Test
    void layoutInWhichTheWidthFollowsTheHeightEnds() {
        AtomicInteger layouts = new AtomicInteger();
        WrappingLabel other = onEdt(() -> new WrappingLabel());
        FrameFixture window = show(() -> {
            JPanel page = new JPanel(new ToAndFro(layouts));
            page.add(label);
            page.add(other);
            return page;
        });
        onEdt(() -> {
            label.setText("These are more words than there can be in one line of this width.");
            other.setText(label.getText());
        });
        await().until(() -> !isGoingOn(layouts)); // a real display may have had one more cause
        int before = layouts.get();

        onEdt(() -> {
            window.target().setSize(800, 500);
            window.target().validate();
        });
        letEventsPass();
        assertThat(layouts).as("the next cause is followed again").hasValueGreaterThan(before + 1);
    }

    private static boolean isGoingOn(AtomicInteger layouts) {
        int before = layouts.get();
        letEventsPass();
        return layouts.get() > before;
    }

    /** As many as a layout without an end would need to be seen. */
    private static void letEventsPass() {
        for (int i = 0; i < 50; i++) {
            onEdt(() -> {});
        }
    }

    /** Makes a high label wide, which then is low, and a low one narrow, which then is high. */
    private record ToAndFro(AtomicInteger layouts) implements LayoutManager {
        @Override
        public void layoutContainer(Container page) {
            layouts.incrementAndGet();
            for (Component part : page.getComponents()) {
                int line = part.getFontMetrics(part.getFont()).getHeight();
                boolean high = part.getPreferredSize().height > line;
                part.setBounds(0, 0, high ? page.getWidth() : 100, 200);
            }
        }

        @Override
        public Dimension preferredLayoutSize(Container page) {
            return new Dimension(400, 400);
        }

        @Override
        public Dimension minimumLayoutSize(Container page) {
            return new Dimension();
        }

        @Override
        public void addLayoutComponent(String name, Component part) {}

        @Override
        public void removeLayoutComponent(Component part) {}
    }
}
