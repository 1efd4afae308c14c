package chatlab.swing.hood;

import chatlab.swing.ui.Untrusted;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.KeyboardFocusManager;
import java.util.List;
import javax.swing.JTable;
import javax.swing.ListSelectionModel;
import javax.swing.table.DefaultTableCellRenderer;
import javax.swing.table.TableColumn;
import javax.swing.table.TableModel;

/** A table to be read: Tab leaves it, and it shows what strangers wrote as they wrote it. */
final class ReadOnlyTable extends JTable {
    private static final long serialVersionUID = 1;

    private final int rows;
    private List<String> samples;

    /** {@code rows}: how many of them it would like to show; they may be higher another time, when the zoom changes. */
    ReadOnlyTable(TableModel model, String name, int rows) {
        super(model);
        this.rows = rows;
        setName(name);
        setDefaultRenderer(Object.class, new PlainCell());
        setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        getTableHeader().setReorderingAllowed(false);
        setFocusTraversalKeys(KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS, null);
        setFocusTraversalKeys(KeyboardFocusManager.BACKWARD_TRAVERSAL_KEYS, null);
    }

    /**
     * What fits into each column: a text, which fits exactly however large the font is, or nothing for a column that
     * takes its share of the rest.
     */
    void columns(String... samples) {
        this.samples = List.of(samples);
        fitColumns();
    }

    /** Another look, or another zoom. Comes for the first time before this object has its fields. */
    @Override
    public void updateUI() {
        super.updateUI();
        if (samples != null) {
            fitColumns();
        }
    }

    private void fitColumns() {
        FontMetrics metrics = getFontMetrics(getFont());
        for (int i = 0; i < samples.size(); i++) {
            if (!samples.get(i).isEmpty()) {
                int text = Math.max(metrics.stringWidth(samples.get(i)), metrics.stringWidth(getColumnName(i)));
                int width = text + metrics.charWidth('m');
                TableColumn column = getColumnModel().getColumn(i);
                column.setMinWidth(width / 2);
                column.setMaxWidth(width);
                column.setPreferredWidth(width);
            }
        }
    }

    @Override
    public Dimension getPreferredScrollableViewportSize() {
        return new Dimension(0, rows * getRowHeight());
    }

    /** Shows texts of strangers in a table, as they were typed, and the whole of them as a tool tip. */
    static class PlainCell extends DefaultTableCellRenderer {
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
}
