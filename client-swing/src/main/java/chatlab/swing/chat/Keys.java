package chatlab.swing.chat;

import java.awt.event.ActionEvent;
import javax.swing.AbstractAction;
import javax.swing.JComponent;
import javax.swing.KeyStroke;

/** Binds keys of a component that has the focus. */
final class Keys {
    private Keys() {}

    /** {@code key}: as for {@link KeyStroke#getKeyStroke(String)}. */
    static void bind(JComponent component, String key, String name, Runnable action) {
        bind(component, KeyStroke.getKeyStroke(key), name, action);
    }

    static void bind(JComponent component, KeyStroke key, String name, Runnable action) {
        component.getInputMap().put(key, name);
        component.getActionMap().put(name, new Bound(action));
    }

    private static final class Bound extends AbstractAction {
        private static final long serialVersionUID = 1;

        private final transient Runnable action;

        Bound(Runnable action) {
            this.action = action;
        }

        @Override
        public void actionPerformed(ActionEvent e) {
            action.run();
        }
    }
}
