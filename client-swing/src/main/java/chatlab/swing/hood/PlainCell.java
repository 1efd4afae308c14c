package chatlab.swing.hood;

import chatlab.swing.ui.Untrusted;
import java.awt.Component;
import javax.swing.JTable;
import javax.swing.table.DefaultTableCellRenderer;

/** Shows texts of strangers in a table, as they were typed, and the whole of them as a tool tip. */
class PlainCell extends DefaultTableCellRenderer {
    private static final long serialVersionUID = 1;

    PlainCell() {
        putClientProperty("html.disable", true);
    }

    @Override
    public Component getTableCellRendererComponent(
            JTable table, Object value, boolean selected, boolean focused, int row, int column) {
        String text = Untrusted.text(String.valueOf(value));
        super.getTableCellRendererComponent(table, text, selected, focused, row, column);
        setToolTipText(text.isEmpty() ? null : text);
        return this;
    }
}
