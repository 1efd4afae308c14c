package chatlab.server.report;

import static chatlab.server.report.ReportCommand.WORDS;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code attendance.csv} and {@code chat.csv}, for a spreadsheet. */
final class CsvReport implements ReportOutput {
    /** Without it Excel would not read the file as UTF-8. */
    private static final char BYTE_ORDER_MARK = '\ufeff';

    /** A spreadsheet takes a cell that begins with one of these for a formula, and would compute what a student has typed. */
    private static final String BEGIN_FORMULAS = "=+-@\t\r";

    private final Path folder;
    private final Disguise disguise;
    private final ReportTimes times;
    private final CsvWriter chat;

    CsvReport(Path folder, Disguise disguise, ReportTimes times) throws IOException {
        this.folder = folder;
        this.disguise = disguise;
        this.times = times;
        Files.createDirectories(folder);
        this.chat = open("chat.csv");
        write(chat, List.of(WORDS.get("csv.chat").split(",")));
    }

    /** The files that it writes into this folder. */
    static List<Path> files(Path folder) {
        return List.of(folder.resolve("attendance.csv"), folder.resolve("chat.csv"));
    }

    private CsvWriter open(String name) throws IOException {
        Writer writer = new BufferedWriter(Files.newBufferedWriter(folder.resolve(name)), 64 * 1024);
        writer.write(BYTE_ORDER_MARK);
        return CsvWriter.builder().build(writer);
    }

    @Override
    public void message(int run, ReportedMessage message) throws IOException {
        write(
                chat,
                List.of(
                        String.valueOf(run),
                        times.day(message.at()) + " " + times.time(message.at()),
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

    @Override
    public void finish(List<AttendanceList> runs, List<String> remarks) throws IOException {
        try (CsvWriter attendance = open("attendance.csv")) {
            write(attendance, List.of(WORDS.get("csv.attendance").split(",")));
            for (AttendanceList run : runs) {
                for (AttendanceList.Row row : run.rows()) {
                    Attendee person = row.person();
                    write(
                            attendance,
                            List.of(
                                    String.valueOf(run.number()),
                                    row.name(),
                                    row.formerNames(),
                                    times.day(person.first()) + " " + times.time(person.first()),
                                    times.day(person.last()) + " " + times.time(person.last()),
                                    row.minutes(),
                                    row.messages()));
                }
            }
        }
    }

    private static void write(CsvWriter file, List<String> cells) throws IOException {
        try {
            file.writeRecord(cells.stream().map(CsvReport::harmless).toList());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static String harmless(String cell) {
        return !cell.isEmpty() && BEGIN_FORMULAS.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
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
