package chatlab.swing;

import java.awt.KeyEventDispatcher;
import java.awt.event.KeyEvent;
import javax.swing.MenuElement;
import javax.swing.MenuSelectionManager;
import javax.swing.plaf.basic.ComboPopup;

/**
 * Keeps a letter that chose a menu item out of the text fields. The item is chosen when the key is pressed. The event
 * that the letter was typed comes later, when the menu is closed, and would reach the field that has the focus by then.
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

    /** The drop-down list of a combo box does not count: the user goes on typing there. */
    private static boolean isMenuOpen() {
        MenuElement[] path = MenuSelectionManager.defaultManager().getSelectedPath();
        return path.length > 0 && !(path[0] instanceof ComboPopup);
    }
}
