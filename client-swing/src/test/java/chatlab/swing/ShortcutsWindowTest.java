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
import javax.swing.JTable;
import javax.swing.SwingUtilities;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.Test;

/** The list of keys, used with the keyboard. */
class ShortcutsWindowTest extends RobotTest {
    private static final int LAST = 99;

    private JTable table;

    @Test
    void keyboardReachesTheEndOfTheList() {
        FrameFixture window = show(() -> new JLabel("owner"));
        List<ShortcutsDialog.Shortcut> shortcuts = IntStream.rangeClosed(0, LAST)
                .mapToObj(i -> new ShortcutsDialog.Shortcut("F" + i, "does " + i))
                .toList();
        SwingUtilities.invokeLater(() -> new ShortcutsDialog(window.target(), shortcuts).open()); // until it is closed
        table = window.dialog().table("shortcuts").target();
        await().until(() -> onEdt(table::isFocusOwner));

        press(VK_DOWN);
        awaitInSight(1);
        press(VK_PAGE_DOWN);
        await().until(() -> onEdt(table::getSelectedRow) > 2);
        press(VK_PAGE_UP);
        await().until(() -> onEdt(table::getSelectedRow) <= 2);
        press(VK_END);
        awaitInSight(LAST);
        press(VK_HOME);
        awaitInSight(0);
        press(VK_TAB);
        await().until(() -> !onEdt(table::isFocusOwner));
        onEdt(() -> table.requestFocus());
        await().until(() -> onEdt(table::isFocusOwner));
        press(VK_ENTER);
        await().until(() -> !onEdt(table::isShowing));
    }

    private void press(int key) {
        robot.pressAndReleaseKey(key);
    }

    private void awaitInSight(int row) {
        await().untilAsserted(() -> {
            assertThat(onEdt(table::getSelectedRow)).isEqualTo(row);
            assertThat(onEdt(() -> table.getVisibleRect().contains(table.getCellRect(row, 0, true))))
                    .isTrue();
        });
    }
}
