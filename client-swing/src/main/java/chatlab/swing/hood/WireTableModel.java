package chatlab.swing.hood;

import chatlab.protocol.Text;
import chatlab.protocol.Words;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import javax.swing.table.AbstractTableModel;

/** The lines that the table shows: what {@link Wire} kept when it was last asked. For the event dispatch thread only. */
final class WireTableModel extends AbstractTableModel {
    private static final long serialVersionUID = 1;
    private static final Words WORDS = new Words(WireTableModel.class);
    private static final String[] COLUMNS = {"time", "direction", "bytes", "line", "meaning"};
    static final int BYTES = 2;
    static final int LINE = 3;

    /** Of a line; the whole of it stands below the table. */
    private static final int MAX_SHOWN = 300;

    private final transient DateTimeFormatter time;
    private final transient List<WireLine> lines = new ArrayList<>();
    private long next;

    /** How many rows {@link #update} has taken away at the top, and how many it has added below. */
    record Change(int removed, int added) {
        boolean isNone() {
            return removed == 0 && added == 0;
        }
    }

    WireTableModel(ZoneId zone) {
        this.time = DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(zone);
    }

    WireLine get(int row) {
        return lines.get(row);
    }

    /** Shows what has happened since the last time. What a row looks like is made out only when it is painted. */
    Change update(Wire wire) {
        Wire.News news = wire.since(next);
        int removed = removeBefore(news.first());
        int size = lines.size();
        int added = news.added().size();
        if (added > 0) {
            lines.addAll(news.added());
            next = lines.get(lines.size() - 1).number() + 1;
            fireTableRowsInserted(size, size + added - 1);
        }
        return new Change(removed, added);
    }

    private int removeBefore(long first) {
        int count = 0;
        while (count < lines.size() && lines.get(count).number() < first) {
            count++;
        }
        if (count > 0) {
            lines.subList(0, count).clear();
            fireTableRowsDeleted(0, count - 1);
        }
        return count;
    }

    @Override
    public int getRowCount() {
        return lines.size();
    }

    @Override
    public int getColumnCount() {
        return COLUMNS.length;
    }

    @Override
    public String getColumnName(int column) {
        return WORDS.get("wire." + COLUMNS[column]);
    }

    @Override
    public Object getValueAt(int row, int column) {
        WireLine line = lines.get(row);
        return switch (COLUMNS[column]) {
            case "time" -> time.format(line.at());
            case "direction" -> direction(line.direction());
            case "bytes" -> String.valueOf(line.bytes());
            case "line" -> shown(line.text());
            default -> Explain.line(line);
        };
    }

    static String direction(Direction direction) {
        return WORDS.get(direction == Direction.TO_SERVER ? "wire.to-server" : "wire.from-server");
    }

    private static String shown(String text) {
        String clean = Text.clean(text);
        return clean.codePointCount(0, clean.length()) <= MAX_SHOWN
                ? clean
                : clean.substring(0, clean.offsetByCodePoints(0, MAX_SHOWN)) + "\u2026";
    }
}
