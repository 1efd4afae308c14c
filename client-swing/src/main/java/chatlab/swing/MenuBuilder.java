package chatlab.swing;

import chatlab.protocol.Words;
import chatlab.swing.ui.Labels;
import java.util.function.Consumer;
import javax.swing.JCheckBoxMenuItem;
import javax.swing.JMenu;
import javax.swing.JMenuBar;
import javax.swing.JMenuItem;
import javax.swing.KeyStroke;

/** Makes menus, one item a line. The words of an item have its name as their key, and are found in tests by it. */
final class MenuBuilder {
    private static final Words WORDS = new Words(MenuBuilder.class);

    private final JMenuBar bar = new JMenuBar();
    private final int shortcutMask;

    private JMenu menu;

    /** {@code shortcutMask}: what this system has where others have Ctrl. */
    MenuBuilder(int shortcutMask) {
        this.shortcutMask = shortcutMask;
    }

    JMenuBar bar() {
        return bar;
    }

    /** A new menu, to which the next items go. */
    JMenu menu(String name) {
        menu = Labels.menu(WORDS.get(name));
        menu.setName(name);
        return bar.add(menu);
    }

    /** An item without a key. */
    JMenuItem item(String name, Runnable action) {
        return add(new JMenuItem(), name, null, action);
    }

    /** An item with a key that is pressed alone, as in {@code key("F1")}. */
    JMenuItem item(String name, KeyStroke key, Runnable action) {
        return add(new JMenuItem(), name, key, action);
    }

    /** An item that is on or off. */
    JCheckBoxMenuItem check(String name, KeyStroke key, Consumer<Boolean> action) {
        JCheckBoxMenuItem item = new JCheckBoxMenuItem();
        return add(item, name, key, () -> action.accept(item.isSelected()));
    }

    void separator() {
        menu.addSeparator();
    }

    /** A menu within the menu. */
    JMenu submenu(String name) {
        JMenu inner = Labels.menu(WORDS.get(name));
        inner.setName(name);
        menu.add(inner);
        return inner;
    }

    /** A key as for {@link KeyStroke#getKeyStroke(String)}. */
    static KeyStroke key(String key) {
        return KeyStroke.getKeyStroke(key);
    }

    /** The same, together with Ctrl or what stands for it on this system. */
    KeyStroke shortcut(String key) {
        KeyStroke stroke = KeyStroke.getKeyStroke(key);
        return KeyStroke.getKeyStroke(stroke.getKeyCode(), stroke.getModifiers() | shortcutMask);
    }

    private <I extends JMenuItem> I add(I item, String name, KeyStroke key, Runnable action) {
        Labels.set(item, WORDS.get(name));
        item.setName(name);
        item.setAccelerator(key);
        item.addActionListener(event -> action.run());
        menu.add(item);
        return item;
    }
}
