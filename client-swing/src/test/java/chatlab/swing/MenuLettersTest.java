package chatlab.swing;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.KeyEvent;
import javax.swing.JComboBox;
import javax.swing.JMenuBar;
import javax.swing.JTextField;
import javax.swing.MenuElement;
import javax.swing.MenuSelectionManager;
import javax.swing.SwingUtilities;
import javax.swing.plaf.basic.BasicComboPopup;
import org.junit.jupiter.api.Test;

/** Works without a display. */
class MenuLettersTest {
    private final Menus.Letters letters = new Menus.Letters();

    @Test
    void letterThatChoseAMenuItemIsNotTyped() throws Exception {
        SwingUtilities.invokeAndWait(() -> {
            open(new JMenuBar());
            assertThat(dispatch(KeyEvent.KEY_PRESSED)).isFalse();
            open();
            assertThat(dispatch(KeyEvent.KEY_TYPED)).isTrue();
            assertThat(dispatch(KeyEvent.KEY_RELEASED)).isFalse();
            assertThat(dispatch(KeyEvent.KEY_TYPED)).isFalse();
        });
    }

    @Test
    void lettersAreTypedWhileNoMenuIsOpen() throws Exception {
        SwingUtilities.invokeAndWait(() -> {
            open();
            assertThat(dispatch(KeyEvent.KEY_PRESSED)).isFalse();
            assertThat(dispatch(KeyEvent.KEY_TYPED)).isFalse();
            JComboBox<Object> field = new JComboBox<>();
            BasicComboPopup list = new BasicComboPopup(field);
            list.setInvoker(field);
            open(list);
            assertThat(dispatch(KeyEvent.KEY_PRESSED)).isFalse();
            assertThat(dispatch(KeyEvent.KEY_TYPED)).isFalse();
            open();
        });
    }

    private static void open(MenuElement... path) {
        MenuSelectionManager.defaultManager().setSelectedPath(path);
    }

    private boolean dispatch(int id) {
        boolean typed = id == KeyEvent.KEY_TYPED;
        return letters.dispatchKeyEvent(
                new KeyEvent(new JTextField(), id, 0, 0, typed ? KeyEvent.VK_UNDEFINED : KeyEvent.VK_N, 'n'));
    }
}
