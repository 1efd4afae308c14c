package chatlab.tutorials;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.Node;

/** A table in columns, which share the width; cells that are too long go on below. */
final class TableText {
    private static final int GAP = 2;

    private TableText() {}

    static List<String> of(TableBlock table, int width) {
        List<List<String>> rows = rows(table);
        int[] widths = widths(rows, width);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            List<String> row = rows.get(i);
            if (row.stream().allMatch(String::isBlank)) {
                continue; // an empty heading
            }
            lines.addAll(row(row, widths));
            if (i == 0) {
                lines.add("-".repeat(Math.min(width, sum(widths))));
            }
        }
        return lines;
    }

    private static List<List<String>> rows(Node parent) {
        List<List<String>> rows = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof TableRow) {
                List<String> cells = new ArrayList<>();
                for (Node cell = node.getFirstChild(); cell != null; cell = cell.getNext()) {
                    cells.add(InlineText.of(cell));
                }
                rows.add(cells);
            } else {
                rows.addAll(rows(node));
            }
        }
        return rows;
    }

    /** As wide as its longest cell; where that is too much together, the widest gives way. */
    private static int[] widths(List<List<String>> rows, int width) {
        int[] widths = new int[rows.get(0).size()];
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        while (sum(widths) > width) {
            int widest = 0;
            for (int i = 1; i < widths.length; i++) {
                widest = widths[i] > widths[widest] ? i : widest;
            }
            widths[widest]--;
        }
        return widths;
    }

    private static int sum(int[] widths) {
        int sum = -GAP;
        for (int width : widths) {
            sum += width + GAP;
        }
        return sum;
    }

    private static List<String> row(List<String> cells, int[] widths) {
        List<List<String>> columns = new ArrayList<>();
        int height = 0;
        for (int i = 0; i < cells.size(); i++) {
            columns.add(Folding.fold(cells.get(i), widths[i], ""));
            height = Math.max(height, columns.get(i).size());
        }
        List<String> lines = new ArrayList<>();
        for (int y = 0; y < height; y++) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < columns.size(); i++) {
                String part = y < columns.get(i).size() ? columns.get(i).get(y) : "";
                line.append(part).append(" ".repeat(Math.max(1, widths[i] + GAP - part.length())));
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }
}
