package chatlab.server.report;

import chatlab.protocol.Words;
import chatlab.server.log.TranscriptEntry;
import chatlab.server.log.TranscriptFile;
import chatlab.server.log.TranscriptReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code java -jar chat-server.jar report FILE...}: says from transcripts alone which people were there and what was said. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        resourceBundle = "chatlab.server.report.Words",
        sortOptions = false,
        usageHelpAutoWidth = true)
public final class ReportCommand implements Callable<Integer> {
    static final Words WORDS = new Words(ReportCommand.class);

    @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "file")
    private List<Path> files;

    @Option(names = "--html", paramLabel = "FILE", descriptionKey = "html")
    private Path html;

    @Option(names = "--csv", paramLabel = "FOLDER", descriptionKey = "csv")
    private Path csv;

    @Option(names = "--anonymous", descriptionKey = "anonymous")
    private boolean anonymous;

    @Option(names = "--zone", paramLabel = "ZONE", descriptionKey = "zone", converter = ZoneConverter.class)
    private ZoneId zone = ZoneId.systemDefault();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (MergedTranscripts entries = new MergedTranscripts(files)) {
            report(entries);
            return CommandLine.ExitCode.OK;
        } catch (CannotReportException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
    }

    private void report(MergedTranscripts entries) throws CannotReportException {
        Disguise disguise = new Disguise(anonymous);
        ReportTimes times = new ReportTimes(zone);
        List<ReportOutput> outputs = new ArrayList<>();
        try {
            open(outputs, disguise, times);
            RemovedMessages removed = RemovedMessages.in(outputs.isEmpty() ? List.of() : files);
            ReportMaker maker = new ReportMaker(removed, (run, message) -> {
                for (ReportOutput output : outputs) {
                    write(output.path(), () -> output.message(run, message));
                }
            });
            for (TranscriptEntry entry = entries.next(); entry != null; entry = entries.next()) {
                maker.take(entry);
            }
            List<RunReport> runs = maker.finish().stream()
                    .map(run -> RunReport.of(run, disguise, times))
                    .toList();
            List<String> remarks = remarks(entries, runs.isEmpty());
            if (maker.isTooMuch()) {
                remarks.add(WORDS.get("too-much"));
            }
            for (ReportOutput output : outputs) {
                write(output.path(), () -> output.finish(runs, remarks));
            }
            close(outputs);
            print(runs, remarks);
        } finally {
            closeQuietly(outputs);
        }
    }

    private void open(List<ReportOutput> outputs, Disguise disguise, ReportTimes times) throws CannotReportException {
        if (html != null) {
            refuseTranscript(html);
            write(html, () -> outputs.add(new HtmlReport(html, disguise, times)));
        }
        if (csv != null) {
            for (Path file : CsvReport.files(csv)) {
                refuseTranscript(file);
            }
            write(csv, () -> outputs.add(new CsvReport(csv, disguise, times)));
        }
    }

    /** An earlier report is replaced. A transcript is not: it is named here by mistake. */
    private static void refuseTranscript(Path file) throws CannotReportException {
        try {
            if (Files.isRegularFile(file) && TranscriptReader.isTranscript(file)) {
                throw new CannotReportException(WORDS.get("would-replace", file));
            }
        } catch (IOException e) {
            // something else, or not to be read: then writing it says why
        }
    }

    private static List<String> remarks(MergedTranscripts entries, boolean isEmpty) {
        List<String> remarks = new ArrayList<>();
        if (isEmpty) {
            remarks.add(WORDS.get("empty"));
        }
        if (entries.unreadable() > 0) {
            remarks.add(WORDS.get("unreadable", entries.unreadable()));
        }
        if (entries.isMissingLines()) {
            remarks.add(WORDS.get("missing"));
        }
        return remarks;
    }

    private void print(List<RunReport> runs, List<String> remarks) {
        PrintWriter out = spec.commandLine().getOut();
        if (html == null && csv == null) {
            AttendanceTable.lines(runs).forEach(out::println);
        }
        if (html != null) {
            out.println(WORDS.get("written", html));
        }
        if (csv != null) {
            CsvReport.files(csv).forEach(file -> out.println(WORDS.get("written", file)));
        }
        remarks.forEach(spec.commandLine().getErr()::println);
    }

    private interface Writing {
        void run() throws IOException;
    }

    private static void write(Path path, Writing writing) throws CannotReportException {
        try {
            writing.run();
        } catch (IOException e) {
            throw new CannotReportException(WORDS.get("cannot-write", path, why(e)));
        }
    }

    private static String why(IOException e) {
        if (e instanceof FileAlreadyExistsException) {
            return WORDS.get("is-a-file");
        } else if (e instanceof FileSystemException failed && failed.getReason() != null) {
            return failed.getReason();
        }
        return TranscriptFile.why(e);
    }

    /** A full disk may show only when a file is closed. */
    private static void close(List<ReportOutput> outputs) throws CannotReportException {
        for (ReportOutput output : outputs) {
            write(output.path(), output::close);
        }
    }

    private static void closeQuietly(List<ReportOutput> outputs) {
        for (ReportOutput output : outputs) {
            try {
                output.close();
            } catch (IOException e) {
                // the first failure was reported
            }
        }
    }

    /** A time zone as Java names it. */
    static final class ZoneConverter implements ITypeConverter<ZoneId> {
        @Override
        public ZoneId convert(String value) {
            try {
                return ZoneId.of(value);
            } catch (DateTimeException e) {
                throw new TypeConversionException(WORDS.get("bad-zone", value));
            }
        }
    }
}
