package chatlab.swing.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.swing.table.AbstractTableModel;

/**
 * A table of which each row is an object and each column a function of that object. A cell is computed when it is
 * painted. For the event dispatch thread only.
 */
public final class RowTableModel<R> extends AbstractTableModel {
    private static final long serialVersionUID = 1;

    private final transient List<Column<R>> columns;
    private final transient List<R> rows = new ArrayList<>();

    /**
     * @param name what stands above the column
     * @param type of the values, by which the table chooses the renderer
     */
    public record Column<R>(String name, Class<?> type, Function<R, ?> value) {
        /** A column of texts. */
        public Column(String name, Function<R, String> value) {
            this(name, String.class, value);
        }
    }

    /** A model without rows. */
    public RowTableModel(List<Column<R>> columns) {
        this.columns = List.copyOf(columns);
    }

    /** The object of this row. */
    public R get(int row) {
        return rows.get(row);
    }

    /** Shows these rows in place of the others. As many rows as before keep the selection. */
    public void setRows(List<R> now) {
        boolean sameCount = rows.size() == now.size() && !now.isEmpty();
        rows.clear();
        rows.addAll(now);
        if (sameCount) {
            fireTableRowsUpdated(0, rows.size() - 1);
        } else {
            fireTableDataChanged();
        }
    }

    /** Adds these rows below the others. */
    public void append(List<R> more) {
        if (!more.isEmpty()) {
            rows.addAll(more);
            fireTableRowsInserted(rows.size() - more.size(), rows.size() - 1);
        }
    }

    /** Takes away this many rows at the top. */
    public void removeFirst(int count) {
        if (count > 0) {
            rows.subList(0, count).clear();
            fireTableRowsDeleted(0, count - 1);
        }
    }

    @Override
    public int getRowCount() {
        return rows.size();
    }

    @Override
    public int getColumnCount() {
        return columns.size();
    }

    @Override
    public String getColumnName(int column) {
        return columns.get(column).name();
    }

    @Override
    public Class<?> getColumnClass(int column) {
        return columns.get(column).type();
    }

    @Override
    public Object getValueAt(int row, int column) {
        return columns.get(column).value().apply(rows.get(row));
    }
}
