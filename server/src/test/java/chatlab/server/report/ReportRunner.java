package chatlab.server.report;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;

/** Runs the command in a folder, and reads what it has written there. */
final class ReportRunner {
    private final Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private int files;
    private int status;

    ReportRunner(Path folder) {
        this.folder = folder;
    }

    /** A transcript with this text. */
    Path transcript(String text) throws IOException {
        return Files.writeString(folder.resolve("transcript" + ++files + ".txt"), text);
    }

    /** Times are shown in UTC unless the options say something else. */
    ReportRunner run(Object... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        List<String> all = Stream.concat(
                        Stream.of("--zone", "UTC"), Stream.of(arguments).map(Object::toString))
                .toList();
        status = new CommandLine(new ReportCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setOverwrittenOptionsAllowed(true)
                .execute(all.toArray(String[]::new));
        return this;
    }

    int status() {
        return status;
    }

    List<String> out() {
        return out.toString().lines().toList();
    }

    List<String> err() {
        return err.toString().lines().toList();
    }

    /** The page of a report of these transcripts. */
    String html(Object... arguments) throws IOException {
        Path page = folder.resolve("report.html");
        run(Stream.concat(Stream.of("--html", page), Stream.of(arguments)).toArray());
        return Files.readString(page);
    }

    /** The rows of one file of a report of these transcripts, without their heading. */
    List<List<String>> csv(String file, Object... arguments) throws IOException {
        Path csv = folder.resolve("csv");
        run(Stream.concat(Stream.of("--csv", csv), Stream.of(arguments)).toArray());
        return rows(file);
    }

    /** The rows of one file that was written before. */
    List<List<String>> rows(String file) throws IOException {
        Path csv = folder.resolve("csv");
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(csv.resolve(file))) {
            return reader.stream().skip(1).map(CsvRecord::getFields).toList();
        }
    }
}
