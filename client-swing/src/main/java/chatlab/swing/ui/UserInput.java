package chatlab.swing.ui;

import java.awt.Component;
import java.awt.event.FocusEvent;
import java.awt.event.FocusListener;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import javax.swing.JComponent;
import javax.swing.KeyStroke;

/** Runs actions on keys, on clicks, and when the focus comes and goes. */
public final class UserInput {
    private UserInput() {}

    /** Runs the action on this key; {@code where} the focus must be then, such as {@link JComponent#WHEN_FOCUSED}. */
    public static void onKey(JComponent component, int where, String key, Runnable action) {
        component.registerKeyboardAction(event -> action.run(), KeyStroke.getKeyStroke(key), where);
    }

    /** Runs the action when a mouse button goes down on the component, and not on a part of it that wants clicks. */
    public static void onPress(Component component, Runnable action) {
        component.addMouseListener(new MouseAdapter() {
            @Override
            public void mousePressed(MouseEvent event) {
                action.run();
            }
        });
    }

    /** Runs the action when a mouse button, which went down on the component, goes up. */
    public static void onRelease(Component component, Runnable action) {
        component.addMouseListener(new MouseAdapter() {
            @Override
            public void mouseReleased(MouseEvent event) {
                action.run();
            }
        });
    }

    /** Runs the action when the component has got the focus, and when it has lost it. */
    public static void onFocus(Component component, Runnable action) {
        component.addFocusListener(new FocusListener() {
            @Override
            public void focusGained(FocusEvent event) {
                action.run();
            }

            @Override
            public void focusLost(FocusEvent event) {
                action.run();
            }
        });
    }
}
