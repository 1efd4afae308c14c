package chatlab.swing;

import chatlab.protocol.Words;
import com.formdev.flatlaf.util.UIScale;
import java.awt.Dimension;
import java.awt.KeyboardFocusManager;
import java.awt.Window;
import java.util.List;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JOptionPane;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.KeyStroke;
import javax.swing.table.AbstractTableModel;

/** The list of all keys, in a dialog in which the arrow keys lead from line to line. */
final class ShortcutsDialog {
    private static final Words WORDS = new Words(ShortcutsDialog.class);

    private ShortcutsDialog() {}

    /** Shows the list until the user closes it. */
    static void show(Window owner, List<Shortcuts.Shortcut> shortcuts) {
        JTable table = table(shortcuts);
        JScrollPane scroll = new JScrollPane(table);
        Dimension screen = owner.getGraphicsConfiguration().getBounds().getSize();
        scroll.setPreferredSize(WindowPlace.smaller(
                UIScale.scale(new Dimension(520, 480)), new Dimension(screen.width * 3 / 4, screen.height * 3 / 5)));
        JOptionPane pane = new JOptionPane(scroll, JOptionPane.PLAIN_MESSAGE) {
            private static final long serialVersionUID = 1;

            @Override
            public void selectInitialValue() {
                super.selectInitialValue(); // makes the button the one that Enter presses
                table.requestFocusInWindow();
            }
        };
        JDialog dialog = pane.createDialog(owner, WORDS.get("shortcuts"));
        dialog.setResizable(true);
        dialog.setVisible(true);
        dialog.dispose();
    }

    private static JTable table(List<Shortcuts.Shortcut> shortcuts) {
        JTable table = new JTable(new Model(shortcuts));
        table.setName("shortcuts");
        table.getAccessibleContext().setAccessibleName(WORDS.get("shortcuts"));
        table.setFillsViewportHeight(true);
        table.getColumnModel().getColumn(0).setPreferredWidth(UIScale.scale(150));
        table.getColumnModel().getColumn(1).setPreferredWidth(UIScale.scale(350));
        table.changeSelection(0, 0, false, false);
        table.getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT)
                .put(KeyStroke.getKeyStroke("ENTER"), "none"); // it is for the button
        table.setFocusTraversalKeys(KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS, null); // or Tab would stay in it
        table.setFocusTraversalKeys(KeyboardFocusManager.BACKWARD_TRAVERSAL_KEYS, null);
        return table;
    }

    private static final class Model extends AbstractTableModel {
        private static final long serialVersionUID = 1;

        private final transient List<Shortcuts.Shortcut> shortcuts;

        Model(List<Shortcuts.Shortcut> shortcuts) {
            this.shortcuts = shortcuts;
        }

        @Override
        public int getRowCount() {
            return shortcuts.size();
        }

        @Override
        public int getColumnCount() {
            return 2;
        }

        @Override
        public String getColumnName(int column) {
            return WORDS.get(column == 0 ? "shortcuts.column.keys" : "shortcuts.column.action");
        }

        @Override
        public Object getValueAt(int row, int column) {
            return column == 0 ? shortcuts.get(row).keys() : shortcuts.get(row).action();
        }
    }
}
