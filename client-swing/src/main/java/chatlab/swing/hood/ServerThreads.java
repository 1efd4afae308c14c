package chatlab.swing.hood;

import chatlab.protocol.Event;
import chatlab.protocol.Words;
import java.util.Comparator;
import java.util.List;
import javax.swing.table.AbstractTableModel;

/** What the server has told about its threads, a row for each. For the event dispatch thread only. */
final class ServerThreads extends AbstractTableModel {
    private static final long serialVersionUID = 1;
    private static final Words WORDS = new Words(ServerThreads.class);
    private static final String[] COLUMNS = {"name", "role", "of", "state", "words"};

    private transient List<Event.Thread> threads = List.of();

    /** Those of {@code me} come first. */
    void show(List<Event.Thread> told, String me) {
        List<Event.Thread> sorted = told.stream()
                .sorted(Comparator.comparing(thread -> !thread.of().equals(me)))
                .toList();
        if (!sorted.equals(threads)) {
            threads = sorted;
            fireTableDataChanged();
        }
    }

    @Override
    public int getRowCount() {
        return threads.size();
    }

    @Override
    public int getColumnCount() {
        return COLUMNS.length;
    }

    @Override
    public String getColumnName(int column) {
        return WORDS.get("server-threads." + COLUMNS[column]);
    }

    @Override
    public Object getValueAt(int row, int column) {
        Event.Thread thread = threads.get(row);
        return switch (COLUMNS[column]) {
            case "name" -> thread.name();
            case "role" -> thread.role();
            case "of" -> thread.of();
            case "state" -> thread.state();
            default -> thread.words();
        };
    }
}
