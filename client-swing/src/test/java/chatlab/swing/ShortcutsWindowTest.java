package chatlab.swing;

import static java.awt.event.KeyEvent.VK_DOWN;
import static java.awt.event.KeyEvent.VK_END;
import static java.awt.event.KeyEvent.VK_ENTER;
import static java.awt.event.KeyEvent.VK_HOME;
import static java.awt.event.KeyEvent.VK_PAGE_DOWN;
import static java.awt.event.KeyEvent.VK_PAGE_UP;
import static java.awt.event.KeyEvent.VK_TAB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chatlab.swing.testing.RobotTest;
import java.util.List;
import java.util.stream.IntStream;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.SwingUtilities;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.Test;

/** The list of keys, used with the keyboard. */
class ShortcutsWindowTest extends RobotTest {
    private static final int LAST = 99;

    private JList<?> list;

    @Test
    void keyboardReachesTheEndOfTheList() {
        FrameFixture window = show(() -> new JLabel("owner"));
        List<ShortcutsDialog.Shortcut> shortcuts = IntStream.rangeClosed(0, LAST)
                .mapToObj(i -> new ShortcutsDialog.Shortcut("F" + i, "does " + i))
                .toList();
        SwingUtilities.invokeLater(() -> new ShortcutsDialog(window.target(), shortcuts).open()); // until it is closed
        list = window.dialog().list("shortcuts").target();
        await().until(() -> onEdt(list::isFocusOwner));
        assertThat(onEdt(list::getSelectedIndex)).isEqualTo(-1);

        press(VK_DOWN);
        awaitInSight(0);
        press(VK_DOWN);
        awaitInSight(1);
        press(VK_PAGE_DOWN);
        await().until(() -> onEdt(list::getSelectedIndex) > 2);
        press(VK_PAGE_UP);
        await().until(() -> onEdt(list::getSelectedIndex) <= 2);
        press(VK_END);
        awaitInSight(LAST);
        press(VK_HOME);
        awaitInSight(0);
        press(VK_TAB);
        await().until(() -> !onEdt(list::isFocusOwner));
        onEdt(() -> list.requestFocus());
        await().until(() -> onEdt(list::isFocusOwner));
        press(VK_ENTER);
        await().until(() -> !onEdt(list::isShowing));
    }

    private void press(int key) {
        robot.pressAndReleaseKey(key);
    }

    private void awaitInSight(int row) {
        await().untilAsserted(() -> {
            assertThat(onEdt(list::getSelectedIndex)).isEqualTo(row);
            assertThat(onEdt(() -> list.getVisibleRect().contains(list.getCellBounds(row, row))))
                    .isTrue();
        });
    }
}
