package chatlab.server.report;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.protocol.ClassroomEvent.Gone;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The texts of messages that were removed are in no file of a report. */
class RemovedMessagesTest {
    private static final LessonScript LESSON = new LessonScript()
            .at("09:00:00")
            .start("abc")
            .join("ada", "bob")
            .say("bob", "before")
            .say("bob", "insult <b>")
            .paste("bob", List.of("insult", "insult", "insult"))
            .sayIn("*", "ada", "insult to all")
            .say("ada", "after")
            .line(gone(6, 2, "lobby"))
            .line(gone(7, 3, "lobby"))
            .line(gone(8, 4, "*"))
            .at("09:20:00")
            .end();

    @TempDir
    Path folder;

    private ReportRunner report;

    private static String gone(long id, long of, String room) {
        return new Gone(id, room, of, "bob", "ada", Instant.parse("2026-11-20T09:10:00Z")).print();
    }

    @BeforeEach
    void runInTheFolder() {
        report = new ReportRunner(folder);
    }

    @Test
    void pageHasTombstonesInTheirPlaces() throws Exception {
        String page = report.html(report.transcript(LESSON.text()));
        assertThat(page).doesNotContain("insult");
        String tombstone = "</b> <i>(message removed by ada)</i></p>";
        assertThat(page.split("\\Q" + tombstone)).hasSize(4);
        assertThat(page.indexOf("before")).isLessThan(page.indexOf(tombstone));
        assertThat(page.indexOf(tombstone)).isLessThan(page.indexOf("after"));
    }

    @Test
    void tableHasTombstonesAndTheFiguresCountThem() throws Exception {
        Path transcript = report.transcript(LESSON.text());
        assertThat(report.csv("chat.csv", transcript))
                .extracting(row -> row.get(5))
                .containsExactly(
                        "before",
                        "(message removed by ada)",
                        "(message removed by ada)",
                        "(message removed by ada)",
                        "after");
        assertThat(Files.readString(folder.resolve("csv").resolve("chat.csv"))).doesNotContain("insult");
        assertThat(report.csv("attendance.csv", transcript))
                .extracting(row -> row.get(1) + row.get(6))
                .containsExactly("ada2", "bob3");
    }

    @Test
    void removalInAnotherPartOfTheTranscriptCounts() throws Exception {
        String[] parts = LESSON.text().split("(?=GONE)", 2);
        Path later = report.transcript("NOTE code=run :abc\n" + parts[1]);
        Path earlier = report.transcript(parts[0]);
        assertThat(report.html(earlier, later)).doesNotContain("insult").contains("removed by ada");
        assertThat(report.html(earlier)).contains("insult");
    }

    @Test
    void numberOfAnotherRunIsAnotherMessage() throws Exception {
        LessonScript runs = new LessonScript()
                .at("09:00:00")
                .start("one")
                .join("bob")
                .say("bob", "insult")
                .line(gone(2, 1, "lobby"))
                .end()
                .at("10:00:00")
                .newRun("two")
                .join("bob")
                .say("bob", "kept")
                .end();
        assertThat(report.html(report.transcript(runs.text())))
                .doesNotContain("insult")
                .contains("kept");
    }

    @Test
    void anonymousReportNamesNoRemover() throws Exception {
        assertThat(report.html("--anonymous", report.transcript(LESSON.text())))
                .doesNotContain("insult")
                .doesNotContain("ada")
                .contains("(message removed by person ");
    }
}
