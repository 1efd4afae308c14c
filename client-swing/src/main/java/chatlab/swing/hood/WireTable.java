package chatlab.swing.hood;

import java.awt.Component;
import java.awt.Font;
import java.awt.Point;
import java.util.Optional;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.JViewport;
import javax.swing.SwingConstants;
import javax.swing.UIManager;

/**
 * The lines, the newest one at the bottom. It follows them as long as the bottom is to be seen, and stays where it is
 * while somebody reads above.
 */
final class WireTable extends JScrollPane {
    private static final long serialVersionUID = 1;
    private static final int ROWS = 8;

    private final WireTableModel model;
    private final ReadOnlyTable table;

    WireTable(WireTableModel model) {
        this.model = model;
        this.table = new ReadOnlyTable(model, "wire", ROWS);
        table.columns("00:00:00.000", WireTableModel.direction(Direction.TO_SERVER), "8000", "", "");
        PlainCell bytes = new PlainCell();
        bytes.setHorizontalAlignment(SwingConstants.TRAILING);
        table.getColumnModel().getColumn(WireTableModel.BYTES).setCellRenderer(bytes);
        table.getColumnModel().getColumn(WireTableModel.LINE).setCellRenderer(new MonospacedCell());
        setViewportView(table);
    }

    JTable table() {
        return table;
    }

    Optional<WireLine> selected() {
        int row = table.getSelectedRow();
        return row < 0 ? Optional.empty() : Optional.of(model.get(row));
    }

    /** Shows what is new. Says whether there was anything. */
    boolean update(Wire wire) {
        boolean following = isAtEnd();
        WireTableModel.Change change = model.update(wire);
        if (change.isNone()) {
            return false;
        }
        validate(); // or the table would still have the height that it had before
        if (following) {
            goToEnd();
        } else if (change.removed() > 0) {
            moveUp(change.removed() * table.getRowHeight());
        }
        return true;
    }

    /** In another size, or with rows of another height, the end would no longer be where it was. */
    @Override
    public void doLayout() {
        boolean following = isAtEnd();
        super.doLayout();
        if (following) {
            goToEnd();
        }
    }

    private void goToEnd() {
        JViewport view = getViewport();
        int bottom = table.getPreferredSize().height - view.getHeight(); // it may have another height only later
        view.setViewPosition(new Point(view.getViewPosition().x, Math.max(0, bottom)));
    }

    private boolean isAtEnd() {
        JViewport view = getViewport();
        int bottom = view.getViewPosition().y + view.getExtentSize().height;
        return bottom >= table.getHeight() - table.getRowHeight();
    }

    private void moveUp(int pixels) {
        Point position = getViewport().getViewPosition();
        getViewport().setViewPosition(new Point(position.x, Math.max(0, position.y - pixels)));
    }

    /** The line as it is: every character is as wide as every other. */
    private static final class MonospacedCell extends PlainCell {
        private static final long serialVersionUID = 1;

        @Override
        public Component getTableCellRendererComponent(
                JTable table, Object value, boolean selected, boolean focused, int row, int column) {
            super.getTableCellRendererComponent(table, value, selected, focused, row, column);
            Font font = UIManager.getFont("monospaced.font");
            setFont(font == null ? table.getFont() : font);
            setToolTipText(null); // it would be as wide as the screen; the whole line stands below
            return this;
        }
    }
}
