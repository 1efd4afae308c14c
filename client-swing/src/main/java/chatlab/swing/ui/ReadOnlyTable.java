package chatlab.swing.ui;

import java.awt.Component;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.KeyboardFocusManager;
import java.util.List;
import javax.swing.JLabel;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.ListSelectionModel;
import javax.swing.SwingConstants;
import javax.swing.table.DefaultTableCellRenderer;
import javax.swing.table.TableColumn;
import javax.swing.table.TableModel;

/** A table for reading only: Tab leaves it, and texts from the network are never taken for HTML. */
public final class ReadOnlyTable extends JTable {
    private static final long serialVersionUID = 1;

    /** Of both sides together, as in the theme, in steps of the grid. */
    private static final int CELL_MARGINS = 5;

    /** The least letters of a column that takes a share. */
    private static final int FLEXIBLE = 24;

    private final int rows;
    private int margins = CELL_MARGINS;
    private List<String> samples;

    /** {@code rows}: the number of rows in view, where there is room for them. */
    public ReadOnlyTable(TableModel model, String name, int rows) {
        super(model);
        this.rows = rows;
        setName(name);
        setDefaultRenderer(Object.class, new PlainCell());
        setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        getTableHeader().setReorderingAllowed(false);
        ((JLabel) getTableHeader().getDefaultRenderer()).setHorizontalAlignment(SwingConstants.LEADING);
        setFocusTraversalKeys(KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS, null);
        setFocusTraversalKeys(KeyboardFocusManager.BACKWARD_TRAVERSAL_KEYS, null);
    }

    /**
     * Sets the widths of the columns. Each sample is a text that fits its column exactly, whatever the font size; a
     * column with an empty sample takes its share of the rest.
     */
    public void columns(String... samples) {
        narrowColumns(CELL_MARGINS, samples);
    }

    /** The same with other margins, of both sides together, in steps of the grid. */
    public void narrowColumns(int margins, String... samples) {
        this.margins = margins;
        this.samples = List.of(samples);
        fitColumns();
    }

    /** The font may have changed. The constructor of JTable calls this too, before the fields are set. */
    @Override
    public void updateUI() {
        super.updateUI();
        if (samples != null) {
            fitColumns();
        }
    }

    /** A scroll pane for this table. */
    public JScrollPane frame() {
        return Edge.showFocus(new JScrollPane(this));
    }

    private void fitColumns() {
        FontMetrics metrics = getFontMetrics(getFont());
        for (int i = 0; i < samples.size(); i++) {
            TableColumn column = getColumnModel().getColumn(i);
            boolean isFlexible = samples.get(i).isEmpty();
            String sample = isFlexible ? "x".repeat(FLEXIBLE) : samples.get(i);
            int name = metrics.stringWidth(getColumnName(i)) + Grid.px(margins);
            int width = Math.max(metrics.stringWidth(sample) + Grid.px(margins), name);
            column.setMinWidth(Math.max(width / 2, name));
            column.setMaxWidth(isFlexible ? Integer.MAX_VALUE : width);
            column.setPreferredWidth(width);
        }
    }

    /** Scrolls sideways where the columns have no room. */
    @Override
    public boolean getScrollableTracksViewportWidth() {
        return getParent().getWidth() >= getMinimumSize().width;
    }

    @Override
    public Dimension getPreferredScrollableViewportSize() {
        return new Dimension(0, rows * getRowHeight());
    }

    /** Shows a text from the network as it was typed, and all of it as a tool tip. */
    public static class PlainCell extends DefaultTableCellRenderer {
        private static final long serialVersionUID = 1;

        protected PlainCell() {
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
