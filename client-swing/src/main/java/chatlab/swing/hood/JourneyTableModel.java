package chatlab.swing.hood;

import chatlab.protocol.Words;
import java.util.List;
import javax.swing.table.AbstractTableModel;

/** The steps of a journey, a row for each. For the event dispatch thread only. */
final class JourneyTableModel extends AbstractTableModel {
    private static final long serialVersionUID = 1;
    private static final Words WORDS = new Words(JourneyTableModel.class);
    private static final String[] COLUMNS = {"number", "step", "thread", "time"};

    private transient List<Journey.Step> steps = List.of();

    void show(List<Journey.Step> now) {
        steps = now;
        fireTableDataChanged();
    }

    @Override
    public int getRowCount() {
        return steps.size();
    }

    @Override
    public int getColumnCount() {
        return COLUMNS.length;
    }

    @Override
    public String getColumnName(int column) {
        return WORDS.get("journey." + COLUMNS[column]);
    }

    @Override
    public Object getValueAt(int row, int column) {
        Journey.Step step = steps.get(row);
        return switch (COLUMNS[column]) {
            case "number" -> String.valueOf(row + 1);
            case "step" -> WORDS.get("journey.stage." + step.stage());
            case "thread" -> step.thread();
            default -> Times.precise(step.nanos());
        };
    }
}
