package chatlab.swing;

import java.awt.KeyEventDispatcher;
import java.awt.event.KeyEvent;
import javax.swing.MenuElement;
import javax.swing.MenuSelectionManager;
import javax.swing.plaf.basic.ComboPopup;

/**
 * Keeps from all fields the letters that were typed to a menu. Such a letter chooses when it is pressed; when it counts as
 * typed, a moment later, the menu is closed already, and the letter would stand in the dialog that was chosen, or where
 * one writes.
 */
final class MenuLetters implements KeyEventDispatcher {
    private boolean isForMenu;

    @Override
    public boolean dispatchKeyEvent(KeyEvent e) {
        switch (e.getID()) {
            case KeyEvent.KEY_PRESSED -> isForMenu = isMenuOpen();
            case KeyEvent.KEY_RELEASED -> isForMenu = false;
            default -> {} // typed
        }
        return isForMenu && e.getID() == KeyEvent.KEY_TYPED;
    }

    /** A list that drops down from a field is no menu: there one goes on typing. */
    private static boolean isMenuOpen() {
        MenuElement[] path = MenuSelectionManager.defaultManager().getSelectedPath();
        return path.length > 0 && !(path[0] instanceof ComboPopup);
    }
}
