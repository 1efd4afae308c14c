package chatlab.swing.ui;

import static org.awaitility.Awaitility.await;

import chatlab.swing.testing.RobotTest;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
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
}
