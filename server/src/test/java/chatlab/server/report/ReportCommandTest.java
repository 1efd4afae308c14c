package chatlab.server.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are torn, empty, hostile or no transcripts, and places that cannot be written. */
class ReportCommandTest {
    private static final String SHORT = new LessonScript()
            .at("09:00:00")
            .start("abc")
            .join("ada", "bob")
            .at("09:10:00")
            .say("ada", "hello")
            .at("09:20:00")
            .end()
            .text();

    /** Each line of the class beside its talk. */
    private static final String IN_CLASS = new LessonScript()
            .at("12:00:00")
            .newRun("jkl")
            .join("ada", "guest1", "eve")
            .hand("guest1", 1)
            .hand("bob", 1)
            .handDown("guest1", "renamed")
            .nick("guest1", "bob")
            .handDownBy("ada", "bob", "called")
            .poll("state=open options=a,b voted=0", "Which?")
            .poll("state=closed options=a,b voted=2", "Which?")
            .poll("state=shown options=a,b voted=2 counts=1,1", "Which?")
            .did("bob", "3", "read", "predicted", "hint")
            .did("eve", "3", "predicted")
            .did("ghost", "3.2", "predicted")
            .chapter("3", 2, 3, "0,2")
            .did("bob", "3", "predicted=b", "passed")
            .forget("eve")
            .hand("eve", 2)
            .end()
            .text();

    @TempDir
    Path folder;

    private ReportRunner report;

    @BeforeEach
    void runInTheFolder() {
        report = new ReportRunner(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "NOTE code=run :abc\n", "NOTE code=run :abc\nBYE code=shutdown\n"})
    void transcriptWithoutPeopleIsAnEmptyReport(String text) throws Exception {
        String page = report.html(report.transcript(text));
        assertThat(page).contains("<p class=\"notice\">No person was there.</p>");
        assertThat(report.csv("attendance.csv", folder.resolve("transcript1.txt")))
                .isEmpty();
        report.run(folder.resolve("transcript1.txt"));
        assertThat(report.out()).isEmpty();
        assertThat(report.err()).containsExactly("No person was there.");
        assertThat(report.status()).isZero();
    }

    @Test
    void tornLinesAreCountedAndTheRestIsReported() throws Exception {
        String text =
                SHORT.replace("MSG room", "\0\0\0\nMSG ro\nnonsense\n\u20ac MSG\nMSG room") + "JOIN room=lobby na";
        report.run(report.transcript(text));
        assertThat(report.err())
                .containsExactly("5 lines are torn or changed and could not be read; the rest is in the report.");
        assertThat(report.out()).contains("  ada   09:00  09:20       20         1");
        byte[] bytes = ("NOTE code=run :abc\n\u00e9\n" + "x".repeat(300_000) + SHORT.substring(19))
                .getBytes(StandardCharsets.ISO_8859_1);
        report.run(Files.write(folder.resolve("endless.txt"), bytes));
        assertThat(report.out()).contains("  ada   09:00  09:20       20         1");
        assertThat(report.status()).isZero();
    }

    @Test
    void windowsLineEndsAndAByteOrderMarkAreReadLikeOthers() throws Exception {
        report.run(report.transcript("\ufeff" + SHORT.replace("\n", "\r\n")));
        assertThat(report.out())
                .containsExactly(
                        "Run 1: 2026-11-20, 09:00 to 09:20, 2 people",
                        "  name  first  last   minutes  messages  earlier names",
                        "  ada   09:00  09:20       20         1",
                        "  bob   09:00  09:20       20         0");
        assertThat(report.err()).isEmpty();
    }

    @Test
    void transcriptThatLostItsBeginningIsReportedFromTheFirstLineOfEachPerson() throws Exception {
        String text =
                SHORT.substring(SHORT.indexOf("MSG")) + "LEAVE room=lobby name=eve at=2026-11-20T09:20:00Z code=quit\n";
        report.run(report.transcript("ROOM=lobby\n" + text));
        assertThat(report.out())
                .contains("  ada   09:10  09:20       10         1", "  eve   09:20  09:20        0         0");
    }

    /** Otherwise a file of one part that comes a million times would have to be kept in memory. */
    @Test
    void partsThatDoNotFollowEachOtherAreNotPutTogether() throws Exception {
        String head = "MSG room=lobby from=ada id=7 at=2026-11-20T09:10:00Z part=";
        String text = SHORT + head + "1/3 :a\n" + head + "1/3 :a\n" + head + "2/3 :b\n" + head + "2/3 :b\n";
        assertThat(report.csv("chat.csv", report.transcript(text)))
                .extracting(row -> row.get(5))
                .containsExactly("hello", "a", "a\nb", "b");
    }

    @Test
    void missingLinesAreMentioned() throws Exception {
        report.run(report.transcript(SHORT + "NOTE code=missing :3 lines could not be written here.\n"));
        assertThat(report.err()).singleElement().asString().startsWith("Lines are missing in the transcript");
    }

    @Test
    void oldTranscriptWithoutStartAndEndIsReported() throws Exception {
        report.run(report.transcript(SHORT.replaceAll("NOTE code=(start|end) .*\n", "")));
        assertThat(report.out()).contains("  bob   09:00  09:10       10         0");
    }

    @Test
    void personWhoseDepartureIsMissingWasThereUntilItsLastLine() throws Exception {
        String text = new LessonScript()
                .at("09:00:00")
                .line("NOTE code=run :abc")
                .join("ada")
                .at("09:10:00")
                .say("ada", "hello")
                .at("09:20:00")
                .join("ada")
                .at("09:30:00")
                .leave("ada", "quit")
                .text();
        report.run(report.transcript(text));
        assertThat(report.out()).contains("  ada   09:00  09:30       20         1");
    }

    @Test
    void peopleAreListedInTheOrderInWhichTheyAreLookedFor() throws Exception {
        String text = new LessonScript()
                .at("09:00:00")
                .start("abc")
                .join("swarm10", "Zoe", "swarm2", "Élise", "swarm1", "eve")
                .text();
        assertThat(report.csv("attendance.csv", report.transcript(text)))
                .extracting(row -> row.get(1))
                .containsExactly("Élise", "eve", "swarm1", "swarm2", "swarm10", "Zoe");
    }

    @Test
    void cellsThatWouldBeFormulasGetAnApostrophe() throws Exception {
        LessonScript script = new LessonScript().at("09:00:00").start("abc").join("ada");
        List<String> dangerous = List.of("=1+1", "+1", "-1", "@SUM(A1)", "\t=1");
        dangerous.forEach(text -> script.say("ada", text));
        script.say("ada", "a=1").say("ada", "'quoted'").paste("ada", List.of("=a", "b"));
        script.line("JOIN room=lobby name=-evil at=2026-11-20T09:00:00Z");
        Path transcript = report.transcript(script.text());
        assertThat(report.csv("chat.csv", transcript))
                .extracting(row -> row.get(5))
                .containsExactly("'=1+1", "'+1", "'-1", "'@SUM(A1)", "'\t'=1", "a=1", "'quoted'", "'=a\nb");
        assertThat(report.csv("attendance.csv", transcript))
                .extracting(row -> row.get(1))
                .containsExactlyInAnyOrder("ada", "'-evil");
        for (Path file : CsvReport.files(folder.resolve("csv"))) {
            assertThat(Files.readAllBytes(file)).startsWith(0xEF, 0xBB, 0xBF);
        }
    }

    @Test
    void textThatASpreadsheetWouldCutAtASemicolonHasNoFormulaBehindIt() throws Exception {
        LessonScript script = new LessonScript().at("09:00:00").start("abc").join("ada");
        script.say("ada", "x;=1+1;y")
                .say("ada", "x;\"=1+1;y")
                .say("ada", "x\t@SUM(A1)")
                .say("ada", "\uff1d1\uff0b1");
        script.say("ada", "i--; x = -1; y;").paste("ada", List.of("a", "-1"));
        assertThat(report.csv("chat.csv", report.transcript(script.text())))
                .extracting(row -> row.get(5))
                .containsExactly(
                        "x;'=1+1;y", "x;\"'=1+1;y", "x\t'@SUM(A1)", "'\uff1d1\uff0b1", "i--; x = -1; y;", "a\n'-1");
    }

    @Test
    void namesAndTextsAreNoPartOfThePage() throws Exception {
        String hostile = "</script><b onclick=x>&amp;\"'</bdi></p> \u001b[2J \u202e abc \u2066";
        String name = "<i>\u202eeve";
        String text = new LessonScript()
                .at("09:00:00")
                .start("abc")
                .line("JOIN room=<u>lab</u> name=" + name + " at=2026-11-20T09:00:00Z")
                .line("NICK old=" + name + " new=<h1> at=2026-11-20T09:00:00Z")
                .line("MSG room=<u>lab</u> from=<h1> id=1 at=2026-11-20T09:00:00Z :" + hostile)
                .line("MSG room=<u>lab</u> from=<h1> id=2 at=2026-11-20T09:00:00Z part=1/1 :</pre>" + hostile)
                .text();
        String page = report.html(report.transcript(text));
        String body = page.substring(page.indexOf("<body>"));
        assertThat(body)
                .contains("&lt;/script&gt;&lt;b onclick&#x3D;x&gt;&amp;amp;&quot;&#39;&lt;/bdi&gt;&lt;/p&gt;")
                .contains("<td><bdi>&lt;h1&gt;</bdi></td>")
                .contains("Run 1: &lt;u&gt;lab&lt;/u&gt;")
                .doesNotContain("<script", "<b ", "</script", "<u>", "<i>", "\u001b", "\u202e", "\u2066");
        assertThat(body.split("<h1>", -1)).hasSize(2);
        assertThat(body.split("</pre>", -1)).hasSize(2);
        assertThat(page).contains("content=\"default-src 'none'; style-src 'unsafe-inline'\"");
    }

    @Test
    void longChatOfSeveralRoomsIsWholeAndLeavesNoTemporaryFile() throws Exception {
        LessonScript script = new LessonScript().at("09:00:00").start("abc").join("ada");
        for (int i = 0; i < 5000; i++) {
            script.sayIn(i % 2 == 0 ? "lobby" : "lab", "ada", "message " + i + ".");
        }
        String page = report.html(report.transcript(script.text()));
        for (int i = 0; i < 5000; i++) {
            assertThat(page).contains("<bdi>message " + i + ".</bdi>");
        }
        assertThat(page.indexOf("message 4998.")).isLessThan(page.indexOf("message 1."));
        assertThat(page).endsWith("</html>\n");
        assertThat(folder).isDirectoryNotContaining(file -> file.toString().contains("chatlab-report"));
    }

    @Test
    void earlierReportIsReplaced() throws Exception {
        Path transcript = report.transcript(SHORT);
        String page = report.html(transcript);
        Files.writeString(folder.resolve("report.html"), page + "x".repeat(10_000));
        assertThat(report.html(transcript)).isEqualTo(page);
        report.csv("chat.csv", transcript);
        assertThat(report.csv("chat.csv", transcript)).hasSize(1);
        assertThat(report.out())
                .containsExactly(
                        "Written: " + folder.resolve("csv/attendance.csv"),
                        "Written: " + folder.resolve("csv/hands.csv"),
                        "Written: " + folder.resolve("csv/polls.csv"),
                        "Written: " + folder.resolve("csv/predictions.csv"),
                        "Written: " + folder.resolve("csv/progress.csv"),
                        "Written: " + folder.resolve("csv/chat.csv"));
    }

    @Test
    void transcriptIsNotReplacedByAReport() throws Exception {
        Path transcript = report.transcript(SHORT);
        Path other = report.transcript(SHORT);
        for (Path target : List.of(transcript, other)) {
            report.run(transcript, "--html", target);
            assertFailure(target + " is a transcript, and the report would replace it. Choose another file.");
        }
        Path csv = Files.createDirectory(folder.resolve("csv"));
        for (Path file : CsvReport.files(csv)) {
            Files.copy(transcript, file);
            report.run(transcript, "--csv", csv);
            assertFailure(file + " is a transcript, and the report would replace it. Choose another file.");
            assertThat(csv).isDirectoryContaining(file::equals);
            assertThat(file).hasContent(SHORT);
            Files.delete(file);
            assertThat(csv).isEmptyDirectory();
        }
        assertThat(transcript).hasContent(SHORT);
    }

    @Test
    void fileThatIsNotThereOrNoTranscriptIsRefusedWithASentence() throws Exception {
        Path missing = folder.resolve("missing.txt");
        report.run(missing);
        assertFailure("There is no file " + missing
                + ". Check the name; the server writes chatlab-transcript.txt unless --transcript names another file.");
        Path diary = Files.writeString(folder.resolve("diary.txt"), "Dear diary,\ntoday\n");
        report.run(report.transcript(SHORT), diary);
        assertFailure(diary + " is not a transcript of this server. Choose the file that the server has written.");
        Path zeros = Files.write(folder.resolve("zeros"), new byte[70_000_000]);
        report.run(zeros);
        assertFailure(zeros + " is not a transcript of this server. Choose the file that the server has written.");
        report.run(folder);
        assertFailure(folder + " is a folder. Name the transcripts in it.");
    }

    @Test
    void placeThatCannotBeWrittenIsNamed() throws Exception {
        Path transcript = report.transcript(SHORT);
        Path nowhere = folder.resolve("no/such/r.html");
        report.run(transcript, "--html", nowhere);
        assertFailure("Cannot write " + nowhere + ": there is no such folder. Choose another place.");
        report.run(transcript, "--csv", transcript);
        assertFailure("Cannot write " + transcript + ": there is a file of this name. Choose another place.");
        Path full = Path.of("/dev/full");
        assumeThat(full)
                .as("a device that is always full, which only Linux has")
                .exists();
        report.run(transcript, "--html", full);
        assertFailure("Cannot write /dev/full: No space left on device. Choose another place.");
    }

    @Test
    void unknownZoneIsRefused() throws IOException {
        report.run(report.transcript(SHORT), "--zone", "Mars");
        assertThat(report.status()).isEqualTo(2);
        assertThat(report.err().get(0)).endsWith("\"Mars\" is not a time zone. Write one like Europe/Berlin or UTC.");
    }

    /** A page and tables come of any bytes; only what is no transcript at all is refused. */
    @Test
    void changedBytesNeverEndTheReport() throws Exception {
        byte[] good = (SHORT
                        + SHORT.replace("abc", "def")
                        + IN_CLASS
                        + new LessonScript()
                                .at("11:00:00")
                                .newRun("ghi")
                                .join("guest1", "eve")
                                .nick("guest1", "ada")
                                .lost("eve")
                                .paste("ada", List.of("a", "b", "c"))
                                .back("eve")
                                .leave("eve", "lost")
                                .end()
                                .text())
                .getBytes(StandardCharsets.UTF_8);
        for (int seed = 0; seed < 1000; seed++) {
            Random random = new Random(seed);
            byte[] changed = good.clone();
            for (int i = random.nextInt(40); i >= 0; i--) {
                byte other = random.nextBoolean() ? (byte) random.nextInt(256) : good[random.nextInt(good.length)];
                changed[random.nextInt(changed.length)] = other;
            }
            Path file = Files.write(folder.resolve("changed"), changed);
            Path copy = Files.write(folder.resolve("copy"), good);
            report.run(file, copy, "--html", folder.resolve("r.html"), "--csv", folder.resolve("csv"));
            assertThat(report.status()).as("seed %s: %s", seed, report.err()).isZero();
        }
    }

    private void assertFailure(String sentence) {
        assertThat(report.err()).containsExactly(sentence);
        assertThat(report.out()).isEmpty();
        assertThat(report.status()).isEqualTo(1);
    }
}
