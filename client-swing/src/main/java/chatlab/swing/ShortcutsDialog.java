package chatlab.swing;

import chatlab.protocol.Words;
import chatlab.swing.ui.Grid;
import chatlab.swing.ui.RowTableModel;
import chatlab.swing.ui.RowTableModel.Column;
import java.awt.Dimension;
import java.awt.KeyboardFocusManager;
import java.awt.Window;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JMenu;
import javax.swing.JMenuBar;
import javax.swing.JMenuItem;
import javax.swing.JOptionPane;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.KeyStroke;

/** A dialog with the list of all keys; the arrow keys move from line to line. */
final class ShortcutsDialog {
    private static final Words WORDS = new Words(ShortcutsDialog.class);

    /** Which keys to press, and what they do. */
    record Shortcut(String keys, String action) {}

    private ShortcutsDialog() {}

    /** Shows the list until the user closes it. */
    static void show(Window owner, List<Shortcut> shortcuts) {
        JTable table = table(shortcuts);
        JScrollPane scroll = new JScrollPane(table);
        Dimension screen = owner.getGraphicsConfiguration().getBounds().getSize();
        scroll.setPreferredSize(WindowPlace.smaller(
                new Dimension(Grid.px(130), Grid.px(120)), new Dimension(screen.width * 3 / 4, screen.height * 3 / 5)));
        JOptionPane pane = new JOptionPane(scroll, JOptionPane.PLAIN_MESSAGE) {
            private static final long serialVersionUID = 1;

            @Override
            public void selectInitialValue() {
                super.selectInitialValue(); // makes the button the default button, which Enter presses
                table.requestFocusInWindow();
            }
        };
        JDialog dialog = pane.createDialog(owner, WORDS.get("shortcuts"));
        dialog.setResizable(true);
        dialog.setVisible(true);
        dialog.dispose();
    }

    private static JTable table(List<Shortcut> shortcuts) {
        RowTableModel<Shortcut> model = new RowTableModel<>(List.of(
                new Column<>(WORDS.get("shortcuts.column.keys"), Shortcut::keys),
                new Column<>(WORDS.get("shortcuts.column.action"), Shortcut::action)));
        model.setRows(shortcuts);
        JTable table = new JTable(model);
        table.setName("shortcuts");
        table.getAccessibleContext().setAccessibleName(WORDS.get("shortcuts"));
        table.setFillsViewportHeight(true);
        table.getColumnModel().getColumn(0).setPreferredWidth(Grid.px(38));
        table.getColumnModel().getColumn(1).setPreferredWidth(Grid.px(88));
        table.changeSelection(0, 0, false, false);
        table.getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT)
                .put(KeyStroke.getKeyStroke("ENTER"), "none"); // the button gets it
        table.setFocusTraversalKeys(KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS, null); // Tab leaves the table
        table.setFocusTraversalKeys(KeyboardFocusManager.BACKWARD_TRAVERSAL_KEYS, null);
        return table;
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
