package chatlab.swing;

import chatlab.protocol.Words;
import chatlab.swing.ui.FormDialog;
import chatlab.swing.ui.Labels;
import chatlab.swing.ui.ReadOnlyTable;
import chatlab.swing.ui.RowTableModel;
import chatlab.swing.ui.RowTableModel.Column;
import java.awt.Window;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import javax.swing.JComponent;
import javax.swing.JMenu;
import javax.swing.JMenuBar;
import javax.swing.JMenuItem;
import javax.swing.KeyStroke;

/** A dialog with the list of all keys; the arrow keys move from line to line. */
final class ShortcutsDialog extends FormDialog {
    private static final long serialVersionUID = 1;
    private static final Words WORDS = new Words(ShortcutsDialog.class);
    private static final int ROWS = 16;

    private final ReadOnlyTable table;

    /** Which keys to press, and what they do. */
    record Shortcut(String keys, String action) {}

    ShortcutsDialog(Window owner, List<Shortcut> shortcuts) {
        super(owner, WORDS.get("shortcuts"), ModalityType.APPLICATION_MODAL);
        RowTableModel<Shortcut> model = new RowTableModel<>(List.of(
                new Column<>(WORDS.get("shortcuts.column.keys"), Shortcut::keys),
                new Column<>(WORDS.get("shortcuts.column.action"), Shortcut::action)));
        model.setRows(shortcuts);
        table = new ReadOnlyTable(model, "shortcuts", ROWS);
        table.columns(longest(shortcuts, Shortcut::keys), "");
        table.getAccessibleContext().setAccessibleName(WORDS.get("shortcuts"));
        table.changeSelection(0, 0, false, false);
        table.getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT)
                .put(KeyStroke.getKeyStroke("ENTER"), "none"); // the button gets it
        add(table.frame(), "span, grow, push, w 160s, hmin 30s");
        addButtons(Labels.button(WORDS.get("shortcuts.close"), this::dispose));
    }

    /** Shows the list until the user closes it. */
    void open() {
        open(table);
    }

    private static String longest(List<Shortcut> shortcuts, Function<Shortcut, String> text) {
        return shortcuts.stream()
                .map(text)
                .max(Comparator.comparing(String::length))
                .orElse("");
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
