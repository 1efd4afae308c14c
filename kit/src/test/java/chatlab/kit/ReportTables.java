package chatlab.kit;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The tables of the report that the packed server makes of the transcript in a folder. */
final class ReportTables {
    private final Path folder;

    private ReportTables(Path folder) {
        this.folder = folder;
    }

    static ReportTables of(Path folder) throws IOException, InterruptedException {
        try (RunningProgram report = RunningServer.report(folder, "--csv", "report")) {
            assertThat(report.expectExit()).isZero();
            assertThat(report.err().all()).isEmpty();
        }
        return new ReportTables(folder.resolve("report"));
    }

    /** The rows of a table, without their heading. */
    List<List<String>> rows(String table) throws IOException {
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(folder.resolve(table + ".csv"))) {
            return reader.stream().skip(1).map(CsvRecord::getFields).toList();
        }
    }

    /** The cells of these columns in each row, with blanks between them. */
    List<String> cells(String table, int from, int to) throws IOException {
        return rows(table).stream()
                .map(row -> String.join(" ", row.subList(from, to)).strip())
                .toList();
    }
}
