package chatlab.server.report;

import static chatlab.server.report.ReportCommand.WORDS;

import chatlab.server.report.CourseRecord.Fact;
import chatlab.server.report.CourseRecord.Student;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tables for a spreadsheet, in one folder: one about each subject, of all runs. */
final class CsvReport implements ReportOutput {
    /** Without it Excel would not read the file as UTF-8. */
    private static final char BYTE_ORDER_MARK = '\ufeff';

    /**
     * A spreadsheet takes a cell that begins with one of = + - @ for a formula, and would compute what a student has typed. In some
     * languages the full-width ones count, too (OWASP, "CSV Injection"). Where Excel separates cells by semicolons, as in German, or
     * is told to do so by tabs, the quotes around a text mean nothing to it, and a cell or a row begins in the middle of the text.
     */
    private static final Pattern BEFORE_FORMULA =
            Pattern.compile("(?=[=+\\-@\uff1d\uff0b\uff0d\uff20])(?<=(^|[;\\t\\r\\n])\"{0,9})|^(?=[\\t\\r\\n])");

    private final Path folder;
    private final Disguise disguise;
    private final ReportTimes times;
    private final CsvWriter chat;

    CsvReport(Path folder, Disguise disguise, ReportTimes times) throws IOException {
        this.folder = folder;
        this.disguise = disguise;
        this.times = times;
        Files.createDirectories(folder);
        this.chat = open("chat");
    }

    /** The files that it writes into this folder. */
    static List<Path> files(Path folder) {
        return Stream.of("attendance", "hands", "polls", "predictions", "progress", "chat")
                .map(table -> file(folder, table))
                .toList();
    }

    private static Path file(Path folder, String table) {
        return folder.resolve(table + ".csv");
    }

    private CsvWriter open(String table) throws IOException {
        Writer writer = new BufferedWriter(Files.newBufferedWriter(file(folder, table)), 64 * 1024);
        writer.write(BYTE_ORDER_MARK);
        CsvWriter csv = CsvWriter.builder().build(writer);
        write(csv, List.of(WORDS.get("csv." + table).split(",")));
        return csv;
    }

    @Override
    public void message(int run, ReportedMessage message) throws IOException {
        write(
                chat,
                List.of(
                        String.valueOf(run),
                        times.full(message.at()),
                        disguise.room(message.room()),
                        disguise.person(message.from()),
                        String.valueOf(message.id()),
                        text(message)));
    }

    private String text(ReportedMessage message) {
        if (message.isRemoved()) {
            return WORDS.get("removed", disguise.person(message.removedBy()));
        }
        return disguise.isAnonymous() ? "" : String.join("\n", message.lines());
    }

    /** Gives the cells of one run behind its number, row by row. */
    private interface Table {
        List<List<String>> rows(RunReport run);
    }

    @Override
    public void finish(List<RunReport> runs, List<String> remarks) throws IOException {
        write("attendance", runs, this::attendance);
        write("hands", runs, this::hands);
        write("polls", runs, this::polls);
        write("predictions", runs, this::predictions);
        write("progress", runs, this::progress);
    }

    private void write(String name, List<RunReport> runs, Table table) throws IOException {
        try (CsvWriter csv = open(name)) {
            for (RunReport run : runs) {
                for (List<String> row : table.rows(run)) {
                    List<String> cells = new ArrayList<>(List.of(String.valueOf(run.number())));
                    cells.addAll(row);
                    write(csv, cells);
                }
            }
        }
    }

    private List<List<String>> attendance(RunReport run) {
        return run.attendance().rows().stream()
                .map(row -> List.of(
                        row.name(),
                        row.formerNames(),
                        times.full(row.person().first()),
                        times.full(row.person().last()),
                        row.minutes(),
                        row.messages()))
                .toList();
    }

    private List<List<String>> hands(RunReport run) {
        return run.hands().rows().stream()
                .map(row -> List.of(
                        row.name(),
                        times.full(row.hand().raised()),
                        times.full(row.hand().until()),
                        row.how(),
                        row.by()))
                .toList();
    }

    /** A row for each answer. */
    private List<List<String>> polls(RunReport run) {
        List<List<String>> rows = new ArrayList<>();
        for (PollList.Row row : run.polls().rows()) {
            List<String> options = row.poll().last().options();
            for (int i = 0; i < options.size(); i++) {
                rows.add(List.of(
                        row.question(),
                        options.get(i),
                        row.bars().isEmpty()
                                ? ""
                                : String.valueOf(row.bars().get(i).count()),
                        row.voted(),
                        row.state(),
                        times.full(row.poll().opened()),
                        times.full(row.poll().closed()),
                        times.full(row.poll().shown())));
            }
        }
        return rows;
    }

    /** A row for each letter of a question that was shown, and one for each other question. */
    private List<List<String>> predictions(RunReport run) {
        List<List<String>> rows = new ArrayList<>();
        for (PredictionList.Row row : run.predictions().rows()) {
            String question = row.question().toString();
            String predicted = String.valueOf(row.predicted());
            if (row.bars().isEmpty()) {
                rows.add(List.of(question, "", "", predicted, "", ""));
            }
            for (Bar bar : row.bars()) {
                String count = String.valueOf(bar.count());
                rows.add(List.of(question, bar.label(), count, predicted, row.of(), times.full(row.shown())));
            }
        }
        return rows;
    }

    /** A row for each question of each person; a chapter is its first question. */
    private List<List<String>> progress(RunReport run) {
        List<List<String>> rows = new ArrayList<>();
        for (ProgressList.Row row : run.progress().rows()) {
            Student student = row.student();
            student.facts()
                    .forEach((question, done) -> rows.add(List.of(
                            row.name(),
                            WORDS.get(student.hasEntered() ? "yes" : "no"),
                            question.toString(),
                            at(done, Fact.READ),
                            at(done, Fact.PREDICTED),
                            student.letter(question),
                            at(done, Fact.TRIED),
                            at(done, Fact.HINT),
                            at(done, Fact.SOLUTION),
                            at(done, Fact.PASSED))));
        }
        return rows;
    }

    private String at(Map<Fact, Instant> done, Fact fact) {
        return times.full(done.get(fact));
    }

    private static void write(CsvWriter file, List<String> cells) throws IOException {
        try {
            file.writeRecord(cells.stream().map(CsvReport::harmless).toList());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static String harmless(String cell) {
        return BEFORE_FORMULA.matcher(cell).replaceAll("'");
    }

    @Override
    public Path path() {
        return folder;
    }

    @Override
    public void close() throws IOException {
        chat.close();
    }
}
