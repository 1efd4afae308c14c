package chatlab.swing.testing;

import java.awt.KeyEventDispatcher;
import java.awt.KeyboardFocusManager;
import java.awt.event.KeyEvent;

/**
 * Adds what Cacio's keyboard lacks off screen. It does not report that Alt is held, so that no mnemonic works. It has no
 * character for Shift+Tab, so that the next character typed would be lost.
 */
final class WholeKeyboard implements KeyEventDispatcher {
    private boolean altHeld;
    private boolean tabAwaited;

    @Override
    public boolean dispatchKeyEvent(KeyEvent event) {
        switch (event.getID()) {
            case KeyEvent.KEY_PRESSED -> tabAwaited = event.getKeyCode() == KeyEvent.VK_TAB;
            case KeyEvent.KEY_TYPED -> tabAwaited = false;
            case KeyEvent.KEY_RELEASED -> typeAwaitedTab(event);
            default -> {}
        }
        if (event.getKeyCode() == KeyEvent.VK_ALT) {
            altHeld = event.getID() == KeyEvent.KEY_PRESSED;
            return false;
        }
        if (!altHeld || event.isAltDown()) {
            return false;
        }
        dispatch(event, event.getID(), KeyEvent.ALT_DOWN_MASK, event.getKeyCode(), event.getKeyChar());
        return true;
    }

    private void typeAwaitedTab(KeyEvent released) {
        if (tabAwaited) {
            tabAwaited = false;
            dispatch(released, KeyEvent.KEY_TYPED, 0, KeyEvent.VK_UNDEFINED, '\t');
        }
    }

    private static void dispatch(KeyEvent like, int id, int modifiersToo, int code, char character) {
        KeyboardFocusManager.getCurrentKeyboardFocusManager()
                .dispatchKeyEvent(new KeyEvent(
                        like.getComponent(),
                        id,
                        like.getWhen(),
                        like.getModifiersEx() | modifiersToo,
                        code,
                        character));
    }
}
