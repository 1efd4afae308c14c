package chatlab.swing.classroom;

import chatlab.protocol.Words;
import chatlab.swing.model.ClassProgress;
import chatlab.swing.model.ClassProgress.Step;
import chatlab.swing.model.ClassProgress.Student;
import chatlab.swing.ui.Edge;
import chatlab.swing.ui.Labels;
import chatlab.swing.ui.ReadOnlyTable;
import chatlab.swing.ui.RowTableModel;
import chatlab.swing.ui.RowTableModel.Column;
import chatlab.swing.ui.ThemeColor;
import chatlab.swing.ui.Untrusted;
import java.awt.Component;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.swing.BorderFactory;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.ListSelectionModel;
import javax.swing.SwingConstants;
import javax.swing.table.JTableHeader;

/** The students in rows and the chapters in columns: each cell has the sign of the furthest step. */
final class ProgressTable {
    private static final Words WORDS = new Words(ProgressTable.class);
    private static final int ROWS = 8;
    private static final int CELL_MARGINS = 2;

    private final ZoneId zone;
    private final RowTableModel<Student> model = new RowTableModel<>(columns());
    private final ReadOnlyTable table = new ReadOnlyTable(model, "progress", ROWS);

    /** The chapter that stands out. */
    private int chapter = 1;

    /** {@code onSelection} runs when another cell is selected. */
    ProgressTable(ZoneId zone, Runnable onSelection) {
        this.zone = zone;
        List<String> samples = new ArrayList<>(Collections.nCopies(model.getColumnCount(), "00"));
        samples.set(0, "");
        table.narrowColumns(CELL_MARGINS, samples.toArray(String[]::new));
        table.setCellSelectionEnabled(true);
        table.getAccessibleContext().setAccessibleName(Labels.unmarked(WORDS.get("progress.tab")));
        for (int column = 1; column < model.getColumnCount(); column++) {
            table.getColumnModel().getColumn(column).setCellRenderer(new SignCell());
            table.getColumnModel().getColumn(column).setHeaderRenderer(new HeaderCell());
        }
        ListSelectionModel columns = table.getColumnModel().getSelectionModel();
        columns.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        columns.addListSelectionListener(event -> onSelection.run());
        table.getSelectionModel().addListSelectionListener(event -> onSelection.run());
    }

    private static List<Column<Student>> columns() {
        List<Column<Student>> columns = new ArrayList<>();
        columns.add(new Column<>(WORDS.get("progress.name"), Student::name));
        IntStream.rangeClosed(1, ClassProgress.CHAPTERS)
                .forEach(chapter ->
                        columns.add(new Column<>(String.valueOf(chapter), student -> sign(student, chapter))));
        return columns;
    }

    private static String sign(Student student, int chapter) {
        return student.furthest(chapter)
                .map(step -> WORDS.get("progress.sign." + step))
                .orElse("");
    }

    JScrollPane frame() {
        return table.frame();
    }

    /** Shows these students; the selected one stays selected. */
    void show(List<Student> students, int chapter) {
        this.chapter = chapter;
        int selected = table.getSelectedRow();
        String name = selected < 0 ? "" : model.get(selected).name();
        model.setRows(students);
        table.getTableHeader().repaint();
        for (int row = 0; row < students.size(); row++) {
            if (students.get(row).name().equals(name)) {
                table.setRowSelectionInterval(row, row);
            }
        }
    }

    /** What is known of the selected cell; empty where none is selected. */
    String wordsOfSelection() {
        int row = table.getSelectedRow();
        int column = table.getSelectedColumn();
        return row < 0 || column < 1 ? "" : words(model.get(row), column);
    }

    private String words(Student student, int chapter) {
        String steps =
                student.done(chapter).entrySet().stream().map(this::words).collect(Collectors.joining(", "));
        return WORDS.get(
                "progress.cell", student.name(), chapter, steps.isEmpty() ? WORDS.get("progress.nothing") : steps);
    }

    private String words(Map.Entry<Step, Instant> done) {
        String time = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .format(done.getValue().atZone(zone));
        return WORDS.get("progress." + done.getKey(), time);
    }

    /** The sign of one chapter. It stands out where the student is stuck in the chosen chapter. */
    private final class SignCell extends ReadOnlyTable.PlainCell {
        private static final long serialVersionUID = 1;

        SignCell() {
            setHorizontalAlignment(SwingConstants.CENTER);
        }

        @Override
        public Component getTableCellRendererComponent(
                JTable cells, Object value, boolean selected, boolean focused, int row, int column) {
            Student student = model.get(row);
            boolean stuck = column == chapter && student.isStuck(column);
            setForeground((stuck ? ThemeColor.NOTICE_TEXT : ThemeColor.TEXT).color());
            setBackground(stuck ? ThemeColor.NOTICE.color() : column == chapter ? ThemeColor.CODE.color() : null);
            super.getTableCellRendererComponent(cells, value, selected, focused, row, column);
            setBorder(
                    focused
                            ? BorderFactory.createLineBorder(ThemeColor.ACCENT.color())
                            : BorderFactory.createEmptyBorder());
            String words = words(student, column);
            setToolTipText(Untrusted.text(words));
            getAccessibleContext().setAccessibleName(words);
            return this;
        }
    }

    /** The number of a chapter. */
    private final class HeaderCell extends ReadOnlyTable.PlainCell {
        private static final long serialVersionUID = 1;

        HeaderCell() {
            setHorizontalAlignment(SwingConstants.CENTER);
        }

        @Override
        public Component getTableCellRendererComponent(
                JTable cells, Object value, boolean selected, boolean focused, int row, int column) {
            JTableHeader header = cells.getTableHeader();
            super.getTableCellRendererComponent(cells, value, false, false, row, column);
            setFont(header.getFont());
            setBackground(header.getBackground());
            setForeground(column == chapter ? ThemeColor.LINK.color() : header.getForeground());
            setBorder(new Edge(Edge.BOTTOM));
            return this;
        }
    }
}
