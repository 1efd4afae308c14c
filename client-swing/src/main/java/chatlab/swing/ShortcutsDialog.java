package chatlab.swing;

import chatlab.protocol.Words;
import chatlab.swing.ui.FormDialog;
import chatlab.swing.ui.Labels;
import chatlab.swing.ui.RowList;
import java.awt.Window;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JMenu;
import javax.swing.JMenuBar;
import javax.swing.JMenuItem;
import javax.swing.KeyStroke;

/** A dialog with the list of all keys; the arrow keys choose a line, which a screen reader then reads. */
final class ShortcutsDialog extends FormDialog {
    private static final long serialVersionUID = 1;
    private static final Words WORDS = new Words(ShortcutsDialog.class);

    private final RowList<Shortcut> list = new RowList<>(Shortcut::words);

    /** Which keys to press, and what they do. */
    record Shortcut(String keys, String action) {
        String words() {
            return WORDS.get("shortcuts.words", action, keys);
        }
    }

    ShortcutsDialog(Window owner, List<Shortcut> shortcuts) {
        super(owner, WORDS.get("shortcuts"), ModalityType.APPLICATION_MODAL);
        list.setName("shortcuts");
        list.setRows(shortcuts);
        list.showTexts(Shortcut::action, Shortcut::keys);
        list.getAccessibleContext().setAccessibleName(WORDS.get("shortcuts"));
        add(list.frame(), "span, grow, push, w 130s, h 30s:130s");
        addButtons(Labels.button(WORDS.get("shortcuts.close"), this::dispose));
    }

    /** Shows the list until the user closes it. */
    void open() {
        open(list);
    }

    /** All keys: first the keys of the message field, then the keys of these menus. */
    static List<Shortcut> shortcuts(JMenuBar bar) {
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
