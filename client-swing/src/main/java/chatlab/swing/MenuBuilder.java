package chatlab.swing;

import chatlab.protocol.Words;
import chatlab.swing.ui.Labels;
import java.util.function.Consumer;
import javax.swing.JCheckBoxMenuItem;
import javax.swing.JMenu;
import javax.swing.JMenuBar;
import javax.swing.JMenuItem;
import javax.swing.KeyStroke;

/** Makes menus, one item a line. The name of an item is also the key of its words. */
final class MenuBuilder {
    private static final Words WORDS = new Words(MenuBuilder.class);

    private final JMenuBar bar = new JMenuBar();
    private final int shortcutMask;

    private JMenu menu;

    /** {@code shortcutMask}: the modifier of shortcuts on this system, mostly Ctrl. */
    MenuBuilder(int shortcutMask) {
        this.shortcutMask = shortcutMask;
    }

    JMenuBar bar() {
        return bar;
    }

    /** Adds a menu, to which the next items go. */
    JMenu menu(String name) {
        menu = Labels.menu(WORDS.get(name));
        menu.setName(name);
        return bar.add(menu);
    }

    /** Adds an item without a key. */
    JMenuItem item(String name, Runnable action) {
        return add(new JMenuItem(), name, null, action);
    }

    /** Adds an item with a key, such as {@code key("F1")}; null for none. */
    JMenuItem item(String name, KeyStroke key, Runnable action) {
        return add(new JMenuItem(), name, key, action);
    }

    /** Adds an item that is on or off. */
    JCheckBoxMenuItem check(String name, KeyStroke key, Consumer<Boolean> action) {
        JCheckBoxMenuItem item = new JCheckBoxMenuItem();
        return add(item, name, key, () -> action.accept(item.isSelected()));
    }

    void separator() {
        menu.addSeparator();
    }

    /** Adds a menu within the menu. */
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

    /** The same key with the modifier of shortcuts on this system. */
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
