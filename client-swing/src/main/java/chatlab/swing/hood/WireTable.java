package chatlab.swing.hood;

import chatlab.client.Shown;
import chatlab.protocol.Text;
import chatlab.protocol.Words;
import chatlab.swing.hood.Wire.Direction;
import chatlab.swing.ui.Edge;
import chatlab.swing.ui.ReadOnlyTable;
import chatlab.swing.ui.ReadOnlyTable.PlainCell;
import chatlab.swing.ui.RowTableModel;
import chatlab.swing.ui.RowTableModel.Column;
import java.awt.Component;
import java.awt.Point;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.JViewport;
import javax.swing.UIManager;

/**
 * The lines, the newest line at the bottom. While the bottom is in sight, the table scrolls to each new line; while the
 * user reads further up, it stays where it is.
 */
final class WireTable extends JScrollPane {
    private static final long serialVersionUID = 1;
    private static final Words WORDS = new Words(WireTable.class);
    private static final int ROWS = 8;
    private static final int LINE = 3; // the column

    /** Code points of a line that its row shows; the whole line stands below the table. */
    private static final int MAX_SHOWN = 300;

    private final RowTableModel<Wire.Line> model;
    private final ReadOnlyTable table;

    /** The number of the first line that the table has not seen. */
    private long next;

    WireTable(ZoneId zone) {
        DateTimeFormatter time = DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(zone);
        this.model = new RowTableModel<>(List.of(
                new Column<>(WORDS.get("wire.time"), line -> time.format(line.at())),
                new Column<>(WORDS.get("wire.direction"), line -> direction(line.direction())),
                new Column<>(WORDS.get("wire.bytes"), Integer.class, Wire.Line::bytes),
                new Column<>(WORDS.get("wire.line"), line -> Shown.cut(Text.clean(line.text()), MAX_SHOWN)),
                new Column<>(WORDS.get("wire.meaning"), Explain::line)));
        this.table = new ReadOnlyTable(model, "wire", ROWS);
        table.columns("00:00:00.000", direction(Direction.TO_SERVER), "8000", "", "");
        table.getColumnModel().getColumn(LINE).setCellRenderer(new MonospacedCell());
        setViewportView(table);
        Edge.showFocus(this);
    }

    private static String direction(Direction direction) {
        return WORDS.get(direction == Direction.TO_SERVER ? "wire.to-server" : "wire.from-server");
    }

    JTable table() {
        return table;
    }

    Optional<Wire.Line> selected() {
        int row = table.getSelectedRow();
        return row < 0 ? Optional.empty() : Optional.of(model.get(row));
    }

    /** Shows the new lines. Returns whether there were any. */
    boolean update(Wire wire) {
        boolean following = isAtEnd();
        Wire.News news = wire.since(next);
        int removed = countBefore(news.first());
        if (removed == 0 && news.added().isEmpty()) {
            return false;
        }
        model.removeFirst(removed);
        model.append(news.added());
        for (Wire.Line line : news.added()) {
            next = line.number() + 1;
        }
        validate(); // gives the table its new height
        if (following) {
            goToEnd();
        } else if (removed > 0) {
            moveUp(removed * table.getRowHeight());
        }
        return true;
    }

    private int countBefore(long number) {
        int count = 0;
        while (count < model.getRowCount() && model.get(count).number() < number) {
            count++;
        }
        return count;
    }

    /** Keeps the end in sight when the size or the height of the rows changes. */
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
        int bottom = table.getPreferredSize().height - view.getHeight(); // getHeight() may still be the old height
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

    /** The line in a monospaced font. */
    private static final class MonospacedCell extends PlainCell {
        private static final long serialVersionUID = 1;

        @Override
        public Component getTableCellRendererComponent(
                JTable table, Object value, boolean selected, boolean focused, int row, int column) {
            super.getTableCellRendererComponent(table, value, selected, focused, row, column);
            setFont(UIManager.getFont("monospaced.font"));
            setToolTipText(null); // none: it could be as wide as the screen, and the detail shows the whole line
            return this;
        }
    }
}
