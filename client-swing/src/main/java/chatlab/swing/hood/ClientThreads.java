package chatlab.swing.hood;

import chatlab.protocol.Words;
import chatlab.swing.net.WorkingThread;
import chatlab.swing.net.WorkingThread.Doing;
import java.util.List;
import java.util.Optional;
import javax.swing.table.AbstractTableModel;

/** The three threads of this client that matter, a row for each. For the event dispatch thread only. */
final class ClientThreads extends AbstractTableModel {
    private static final long serialVersionUID = 1;
    private static final Words WORDS = new Words(ClientThreads.class);
    private static final String[] COLUMNS = {"name", "role", "state", "doing", "history"};
    static final int HISTORY = 4;
    static final int COUNT = 3;

    private transient List<Row> rows = List.of();
    private final transient History reading = new History();
    private final transient History writing = new History();

    private record Row(String name, String role, String state, String doing, History history) {}

    /** Notes what the threads do at this moment; called as often as the sampler looks. */
    void look(EventThreadSampler sampler, Optional<WorkingThread> reader, Optional<WorkingThread> writer) {
        int before = rows.size();
        EventThreadSampler.Sample seen = sampler.latest();
        rows = List.of(
                new Row(
                        sampler.watched().getName(),
                        WORDS.get("threads.role.event"),
                        seen.state().name(),
                        WORDS.get("threads.event." + seen.doing()),
                        sampler.history()),
                row(reader, "threads.role.reader", reading),
                row(writer, "threads.role.writer", writing));
        if (before == 0) {
            fireTableDataChanged();
        } else {
            fireTableRowsUpdated(0, rows.size() - 1);
        }
    }

    private static Row row(Optional<WorkingThread> working, String role, History history) {
        history.add(
                working.map(WorkingThread::doing).filter(ClientThreads::isBusy).isPresent());
        return working.map(now -> new Row(
                        now.thread().getName(),
                        WORDS.get(role),
                        now.thread().getState().name(),
                        WORDS.get("threads.doing." + now.doing()),
                        history))
                .orElseGet(() -> new Row("-", WORDS.get(role), "-", WORDS.get("threads.none"), history));
    }

    private static boolean isBusy(Doing doing) {
        return doing == Doing.HANDING_OVER || doing == Doing.WRITING;
    }

    @Override
    public int getRowCount() {
        return rows.size();
    }

    @Override
    public int getColumnCount() {
        return COLUMNS.length;
    }

    @Override
    public String getColumnName(int column) {
        return WORDS.get("threads." + COLUMNS[column]);
    }

    @Override
    public Object getValueAt(int row, int column) {
        Row of = rows.get(row);
        return switch (COLUMNS[column]) {
            case "name" -> of.name();
            case "role" -> of.role();
            case "state" -> of.state();
            case "doing" -> of.doing();
            default -> of.history();
        };
    }
}
