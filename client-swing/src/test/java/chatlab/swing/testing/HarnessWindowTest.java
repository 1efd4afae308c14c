package chatlab.swing.testing;

import static java.awt.event.KeyEvent.VK_ALT;
import static java.awt.event.KeyEvent.VK_S;
import static java.awt.event.KeyEvent.VK_SHIFT;
import static java.awt.event.KeyEvent.VK_TAB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.swing.JButton;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JRootPane;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;
import org.assertj.swing.exception.EdtViolationException;
import org.assertj.swing.fixture.FrameFixture;
import org.assertj.swing.fixture.JTextComponentFixture;
import org.junit.jupiter.api.Test;

/** The basis of all tests of windows: keys and clicks of the robot arrive, and faults of threads are noticed. */
class HarnessWindowTest extends RobotTest {
    @Test
    void typedTextAndClicksArrive() {
        FrameFixture window = show(HarnessWindowTest::form);

        window.textBox("text").enterText("Hello, it's /me: <b> @ada!");
        window.button("shout").click();

        window.label("heard").requireText("HELLO, IT'S /ME: <B> @ADA!");
    }

    @Test
    void screenshotHasTwiceAsManyPixelsInEachDirection() throws IOException {
        FrameFixture window = show(HarnessWindowTest::form);

        screenshot("harness");

        JRootPane inside = onEdt(() -> ((JFrame) window.target()).getRootPane());
        BufferedImage picture = ImageIO.read(new File("target/pictures/harness.png"));
        assertThat(picture.getWidth()).isEqualTo(2 * inside.getWidth());
        assertThat(picture.getHeight()).isEqualTo(2 * inside.getHeight());
    }

    @Test
    void altWorksTheMnemonics() {
        FrameFixture window = show(HarnessWindowTest::form);

        window.textBox("text").enterText("hello");
        robot.pressKeyWhileRunning(VK_ALT, () -> robot.pressAndReleaseKeys(VK_S));

        window.label("heard").requireText("HELLO");
        window.textBox("text").requireText("hello");
    }

    @Test
    void textTypedAfterShiftTabIsKept() {
        FrameFixture window = show(HarnessWindowTest::form);
        JTextComponentFixture text = window.textBox("text");
        onEdt(() -> text.target().setFocusTraversalKeysEnabled(false));

        window.button("shout").focus();
        robot.pressKeyWhileRunning(VK_SHIFT, () -> robot.pressAndReleaseKeys(VK_TAB));
        text.requireFocused();
        robot.enterText("one");

        text.requireText("one");
    }

    @Test
    void componentsAreMadeOnTheEventDispatchThreadOnly() {
        assertThatThrownBy(JTextField::new).isInstanceOf(EdtViolationException.class);
    }

    private static JPanel form() {
        JPanel form = new JPanel(new MigLayout());
        JTextField text = new JTextField(30);
        text.setName("text");
        JLabel heard = new JLabel("nothing");
        heard.setName("heard");
        JButton shout = new JButton("Shout");
        shout.setName("shout");
        shout.setMnemonic(VK_S);
        shout.addActionListener(event -> heard.setText(text.getText().toUpperCase()));
        form.add(text);
        form.add(shout, "wrap");
        form.add(heard, "span");
        return form;
    }
}
