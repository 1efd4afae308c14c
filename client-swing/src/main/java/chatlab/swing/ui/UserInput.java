package chatlab.swing.ui;

import java.awt.Component;
import java.awt.Container;
import java.awt.KeyboardFocusManager;
import java.awt.event.FocusEvent;
import java.awt.event.FocusListener;
import java.awt.event.HierarchyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.beans.PropertyChangeListener;
import java.util.function.Consumer;
import javax.swing.JComponent;
import javax.swing.KeyStroke;

/** Runs actions on keys, on clicks, and when the focus comes and goes. */
public final class UserInput {
    /** The property of the {@link KeyboardFocusManager}. */
    private static final String FOCUS = "permanentFocusOwner";

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

    /** Runs the action on each part of the container that gets the focus, while the container is in a window. */
    public static void onFocusWithin(Container container, Consumer<Component> action) {
        PropertyChangeListener listener = change -> {
            if (change.getNewValue() instanceof Component owner && container.isAncestorOf(owner)) {
                action.accept(owner);
            }
        };
        container.addHierarchyListener(event -> {
            if ((event.getChangeFlags() & HierarchyEvent.DISPLAYABILITY_CHANGED) != 0) {
                KeyboardFocusManager manager = KeyboardFocusManager.getCurrentKeyboardFocusManager();
                manager.removePropertyChangeListener(FOCUS, listener); // or the manager would keep a closed window
                if (container.isDisplayable()) {
                    manager.addPropertyChangeListener(FOCUS, listener);
                }
            }
        });
    }
}
