package chatlab.swing.ui;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.swing.ui.RowTableModel.Column;
import java.util.List;
import javax.swing.JTable;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.Test;

/** Works without a display. */
class RowTableModelTest {
    private final RowTableModel<String> model = new RowTableModel<>(
            List.of(new Column<>("Text", text -> text), new Column<>("Length", Integer.class, String::length)));

    @Test
    void cellIsAFunctionOfItsRow() throws Exception {
        SwingUtilities.invokeAndWait(() -> {
            model.setRows(List.of("a", "bcd"));
            assertThat(model.getValueAt(1, 0)).isEqualTo("bcd");
            assertThat(model.getValueAt(1, 1)).isEqualTo(3);
            assertThat(model.getColumnName(1)).isEqualTo("Length");
            assertThat(model.getColumnClass(1)).isEqualTo(Integer.class);
        });
    }

    @Test
    void asManyNewRowsKeepTheSelection() throws Exception {
        SwingUtilities.invokeAndWait(() -> {
            JTable table = tableWithSecondRowSelected();
            model.setRows(List.of("x", "y", "z"));
            assertThat(table.getSelectedRow()).isEqualTo(1);
            model.setRows(List.of("x", "y"));
            assertThat(table.getSelectedRow()).isEqualTo(-1);
        });
    }

    @Test
    void selectionMovesWithItsRow() throws Exception {
        SwingUtilities.invokeAndWait(() -> {
            JTable table = tableWithSecondRowSelected();
            model.append(List.of("d"));
            model.removeFirst(1);
            assertThat(table.getRowCount()).isEqualTo(3);
            assertThat(model.get(table.getSelectedRow())).isEqualTo("b");
            model.removeFirst(0);
            model.append(List.of());
            assertThat(model.get(table.getSelectedRow())).isEqualTo("b");
        });
    }

    private JTable tableWithSecondRowSelected() {
        JTable table = new JTable(model);
        model.setRows(List.of("a", "b", "c"));
        table.changeSelection(1, 0, false, false);
        return table;
    }
}
