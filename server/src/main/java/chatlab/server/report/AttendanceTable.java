package chatlab.server.report;

import static chatlab.server.report.ReportCommand.WORDS;

import chatlab.protocol.Rows;
import java.util.ArrayList;
import java.util.List;

/** The attendance for a terminal: a table for each run, with columns as wide as they must be. */
final class AttendanceTable {
    private static final String GAP = "  ";

    private AttendanceTable() {}

    static List<String> lines(List<RunReport> runs) {
        List<String> lines = new ArrayList<>();
        for (RunReport run : runs) {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            lines.add(run.attendance().heading());
            lines.addAll(table(run.attendance().rows()));
        }
        return lines;
    }

    private static List<String> table(List<AttendanceList.Row> rows) {
        List<List<String>> cells = new ArrayList<>();
        cells.add(List.of(
                WORDS.get("name"),
                WORDS.get("first"),
                WORDS.get("last"),
                WORDS.get("minutes"),
                WORDS.get("messages"),
                WORDS.get("before")));
        for (AttendanceList.Row row : rows) {
            cells.add(List.of(row.name(), row.first(), row.last(), row.minutes(), row.messages(), row.formerNames()));
        }
        int[] widths = new int[cells.get(0).size()];
        for (List<String> line : cells) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], Rows.columns(line.get(i)));
            }
        }
        return cells.stream().map(line -> line(line, widths)).toList();
    }

    private static String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String padding = " ".repeat(widths[i] - Rows.columns(cells.get(i)));
            boolean isNumber = i == 3 || i == 4;
            line.append(GAP).append(isNumber ? padding + cells.get(i) : cells.get(i) + padding);
        }
        return line.toString().stripTrailing();
    }
}
