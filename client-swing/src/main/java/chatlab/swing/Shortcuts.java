package chatlab.swing;

import chatlab.protocol.Words;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JMenu;
import javax.swing.JMenuBar;
import javax.swing.JMenuItem;
import javax.swing.KeyStroke;

/** The list of all keys: those of the menus, and those that are typed where one writes. */
final class Shortcuts {
    private static final Words WORDS = new Words(Shortcuts.class);

    private Shortcuts() {}

    /** What to press, and what it does. */
    record Shortcut(String keys, String action) {}

    static List<Shortcut> of(JMenuBar bar) {
        List<Shortcut> shortcuts = new ArrayList<>();
        for (String line : WORDS.get("shortcuts.writing").split("\n")) {
            String[] parts = line.split("\\|", 2);
            shortcuts.add(new Shortcut(parts[0].strip(), parts[1].strip()));
        }
        for (int i = 0; i < bar.getMenuCount(); i++) {
            addAll(bar.getMenu(i), shortcuts);
        }
        return shortcuts;
    }

    private static void addAll(JMenu menu, List<Shortcut> shortcuts) {
        for (int i = 0; i < menu.getItemCount(); i++) {
            JMenuItem item = menu.getItem(i); // null for a separator
            if (item instanceof JMenu inner) {
                addAll(inner, shortcuts);
            } else if (item != null && item.getAccelerator() != null) {
                shortcuts.add(new Shortcut(words(item.getAccelerator()), action(menu, item)));
            }
        }
    }

    private static String action(JMenu menu, JMenuItem item) {
        return WORDS.get("shortcuts.action", menu.getText(), item.getText().replace("...", ""));
    }

    private static String words(KeyStroke key) {
        String modifiers = InputEvent.getModifiersExText(key.getModifiers());
        return (modifiers.isEmpty() ? "" : modifiers + "+") + KeyEvent.getKeyText(key.getKeyCode());
    }
}
