package chatlab.server.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The hands, polls, predictions and progress of the lesson of {@link ScriptedLessonTest}, figure by figure. */
class ScriptedClassTest {
    @TempDir
    Path folder;

    private ReportRunner report;
    private Path lesson;

    @BeforeEach
    void writeTheLesson() throws Exception {
        report = new ReportRunner(folder);
        lesson = report.transcript(ScriptedLessonTest.twoLessons().text());
    }

    /** The rows of a table, with commas between the cells and without the day. */
    private List<String> table(String name) throws Exception {
        return report.csv(name + ".csv", lesson).stream()
                .map(row -> row.stream()
                        .map(cell -> cell.replaceFirst("^2026-11-20 (?=\\d\\d:)", ""))
                        .collect(Collectors.joining(",")))
                .toList();
    }

    /** The text of one part of the page, line by line. */
    private List<String> part(String title) throws Exception {
        String page = report.html(lesson);
        int from = page.indexOf("<h2>" + title + "</h2>");
        String part = page.substring(from, page.indexOf("<h2>", from + 1));
        return part.lines()
                .map(line -> line.replaceAll("</t[hd]>", "|").replaceAll("<[^>]*>", ""))
                .filter(line -> !line.isBlank())
                .toList();
    }

    @Test
    void handsSayWhenTheyWereUpAndHowTheyEnded() throws Exception {
        assertThat(table("hands"))
                .containsExactly(
                        "1,p10,09:07:00,09:08:00,called,p01",
                        "1,x11,09:09:30,09:12:00,taken down,server",
                        "1,p05,09:44:30,09:45:15,left,",
                        "1,p12,09:46:00,09:47:00,taken down,",
                        "1,p14,09:58:00,10:00:00,up at the end,",
                        "1,p14,10:07:00,10:08:00,called,p01",
                        "1,p15,10:12:00,10:30:00,up at the end,");
        assertThat(part("Hands"))
                .contains(
                        "Run 1",
                        "name|raised|until|how it went down|",
                        "p10|09:07|09:08|called by p01|",
                        "x11|09:09|09:12|taken down by server|")
                .doesNotContain("Run 2");
    }

    @Test
    void pollsHaveCountsOnlyWhereTheyWereShown() throws Exception {
        assertThat(table("polls"))
                .containsExactly(
                        "1,Is it clear?,yes,20,25,shown,09:31:00,09:32:00,09:33:00",
                        "1,Is it clear?,no,5,25,shown,09:31:00,09:32:00,09:33:00",
                        "1,'=Which number?,'-1,,3,void,09:34:00,,",
                        "1,'=Which number?,0,,3,void,09:34:00,,",
                        "1,'=Which number?,1,,3,void,09:34:00,,",
                        "1,Which colour?,red,,30,closed,09:35:00,09:36:00,",
                        "1,Which colour?,green,,30,closed,09:35:00,09:36:00,",
                        "1,Up to a crash?,x,,,open,09:58:00,,",
                        "1,Up to a crash?,y,,,open,09:58:00,,");
        assertThat(part("Polls"))
                .containsSubsequence(
                        "Is it clear?",
                        "opened 09:31 · closed 09:32 · shown 09:33 · 25 voted",
                        "yes||20|",
                        "no||5|",
                        "&#x3D;Which number?",
                        "opened 09:34 · void: another poll took its place · 3 voted",
                        "-1, 0, 1",
                        "Which colour?",
                        "opened 09:35 · closed 09:36 · not shown · 30 voted",
                        "red, green",
                        "Up to a crash?",
                        "opened 09:58 · not closed",
                        "x, y");
        assertThat(report.html(lesson)).contains("width:80%", "width:20%");
    }

    @Test
    void predictionsHaveLettersOnlyWhereTheyWereShown() throws Exception {
        assertThat(table("predictions"))
                .containsExactly(
                        "1,5,a,10,19,30,09:18:00", "1,5,b,5,19,30,09:18:00", "1,5,c,4,19,30,09:18:00", "1,5.2,,,1,,");
        assertThat(part("Predictions"))
                .containsExactly(
                        "Predictions",
                        "Run 1",
                        "Chapter 5 19 of 30 predicted · shown 09:18",
                        "a||10|",
                        "b||5|",
                        "c||4|",
                        "Chapter 5, question 2 1 predicted · not shown");
    }

    @Test
    void progressHasOneRowForAPersonWhateverItsNamesWere() throws Exception {
        List<String> quiet = ScriptedLessonTest.quietPeople().stream()
                .map(name -> "1," + name + ",yes,5,09:16:00,09:16:00," + letter(name) + ",,,,")
                .toList();
        List<String> others = List.of(
                "1,ghost,no,5,,09:16:00,,,,,",
                "1,p01,yes,5,,09:19:00,,,,,",
                "1,p09,yes,5,09:04:00,,,,,,",
                "1,p13,yes,6,10:10:00,,,10:10:00,10:10:00,,10:10:00",
                "1,p14,yes,6,,,,,,10:10:00,",
                "1,p15,yes,5.2,,10:10:00,,,,,",
                "1,x11,yes,5,09:04:00,,,09:22:00,,,",
                "1,zoe,yes,5,09:04:00,09:16:00,c,,,,",
                "2,p02,yes,6,10:41:00,,,,,,");
        assertThat(table("progress"))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(quiet.stream(), others.stream()).toList());
        assertThat(part("Progress"))
                .containsSubsequence(
                        "Run 1",
                        "name|passed|5|6|",
                        "ghost never in the room|0|p||",
                        "p01|0|p||",
                        "p09|0|r||",
                        "p13|1|p|✓h|",
                        "p14|0|p|s|",
                        "p15|0|p||",
                        "x11|0|t||",
                        "zoe|0|p||",
                        "Run 2",
                        "name|passed|6|",
                        "p02|0|r|")
                .doesNotContain("mistake");
        assertThat(report.html(lesson))
                .contains("title=\"read 09:16, predicted a 09:16\"")
                .contains("title=\"read 09:16, predicted a 09:16, 5.2 predicted 10:10\"")
                .contains("title=\"read 10:10, tried 10:10, passed 10:10, hint 10:10\"");
    }

    private static String letter(String name) {
        int place = ScriptedLessonTest.quietPeople().indexOf(name);
        return place < 10 ? "a" : place < 15 ? "b" : "c";
    }

    @Test
    void lessonWithoutThemHasNoPartsForThem() throws Exception {
        lesson = report.transcript(
                new LessonScript().at("09:00:00").start("abc").join("ada").text());
        assertThat(report.html(lesson)).doesNotContain("<h2>Hands", "<h2>Polls", "<h2>Predictions", "<h2>Progress");
        assertThat(table("hands")).isEmpty();
        assertThat(table("progress")).isEmpty();
    }

    /** A server of before wrote no times and no reasons into these lines. */
    @Test
    void olderTranscriptIsReportedByTheTimesOfTheLinesBefore() throws Exception {
        lesson = report.transcript(new LessonScript()
                .line("HAND name=eve place=7") // of no known time
                .at("09:00:00")
                .start("abc")
                .join("ada", "bob", "cyd")
                .line("HAND name=bob place=1")
                .line("HAND name=cyd place=2")
                .line("POLL state=open options=a,b voted=0 :Which?")
                .at("09:05:00")
                .say("ada", "hello")
                .line("HAND name=rob place=1")
                .line("HAND name=bob place=0")
                .nick("bob", "rob")
                .line("HAND name=rob place=0 by=ada")
                .line("HAND name=cyd place=0")
                .line("POLL state=shown options=a,b voted=2 counts=0,2 :Which?")
                .line("CLASS chapter=3 open=1 predicted=2 of=3 counts=1,1")
                .text());
        assertThat(table("hands")).containsExactly("1,rob,09:00:00,09:05:00,down,ada", "1,cyd,09:00:00,09:05:00,down,");
        assertThat(table("polls"))
                .containsExactly(
                        "1,Which?,a,0,2,shown,09:00:00,09:05:00,09:05:00",
                        "1,Which?,b,2,2,shown,09:00:00,09:05:00,09:05:00");
        assertThat(table("predictions")).containsExactly("1,3,a,1,2,3,09:05:00", "1,3,b,1,2,3,09:05:00");
    }

    @Test
    void handThatAnInstructorPutUpAgainWasUpAllTheTime() throws Exception {
        lesson = report.transcript(new LessonScript()
                .at("09:00:00")
                .start("abc")
                .join("ada", "bob", "cyd")
                .hand("bob", 1)
                .hand("cyd", 2)
                .at("09:05:00")
                .handDownBy("ada", "bob", "called")
                .nick("bob", "rob")
                .hand("rob", 1)
                .at("09:06:00")
                .handDownBy("ada", "cyd", "lowered")
                .hand("cyd", 3) // raised again by itself
                .at("09:07:00")
                .handDownBy("ada", "rob", "called")
                .text());
        assertThat(table("hands"))
                .containsExactly(
                        "1,rob,09:00:00,09:07:00,called,ada",
                        "1,cyd,09:00:00,09:06:00,taken down,ada",
                        "1,cyd,09:06:00,09:07:00,up at the end,");
    }

    /** Two that bore one name, one after the other, are one person from then on; so is what they did. */
    @Test
    void progressOfANameThatIsTakenUpAgainIsInOneRow() throws Exception {
        lesson = report.transcript(new LessonScript()
                .at("09:00:00")
                .start("abc")
                .join("ada")
                .did("ada", "1", "read")
                .at("09:10:00")
                .leave("ada", "quit")
                .join("guest2")
                .did("eve", "1", "passed")
                .nick("guest2", "eve")
                .hand("eve", 1)
                .hand("ada", 1)
                .handDown("eve", "renamed")
                .nick("eve", "ada")
                .text());
        assertThat(table("progress")).containsExactly("1,ada,yes,1,09:00:00,,,,,,09:10:00");
        assertThat(table("hands")).containsExactly("1,ada,09:10:00,09:10:00,up at the end,");
    }

    /** A name that was given up is that of the person which had it, until a person enters under it. */
    @Test
    void progressIsNotThatOfAPersonThatHadTheNameByMistakeBefore() throws Exception {
        lesson = report.transcript(new LessonScript()
                .at("09:00:00")
                .start("abc")
                .join("ben", "dora")
                .nick("ben", "anna")
                .nick("dora", "dorothy")
                .at("09:10:00")
                .did("ben", "1", "passed") // by another one, which has not entered yet
                .did("dora", "1", "passed")
                .at("09:20:00")
                .join("ben")
                .did("ben", "2", "passed")
                .at("09:30:00")
                .nick("ben", "benjamin")
                .join("ben") // by mistake, too
                .text());
        assertThat(table("progress"))
                .containsExactly(
                        "1,benjamin,yes,1,,,,,,,09:10:00",
                        "1,benjamin,yes,2,,,,,,,09:20:00",
                        "1,dorothy,yes,1,,,,,,,09:10:00");
    }

    @Test
    void transcriptThatWasMadeToFillTheMemoryIsReportedInPart() throws Exception {
        LessonScript hostile = new LessonScript().at("09:00:00").start("abc").join("ada");
        String question = "x".repeat(4000);
        for (int i = 0; i < 3000; i++) {
            hostile.poll("state=open options=a,b voted=0", question);
        }
        for (int i = 0; i < 300; i++) {
            hostile.hand("hand" + i, i + 1);
        }
        for (int i = 0; i < 1200; i++) {
            hostile.did("name" + i, String.valueOf(1 + i % 99), "read");
        }
        assertThat(report.csv("polls.csv", report.transcript(hostile.text()))).hasSizeLessThan(2 * 2100);
        assertThat(report.rows("hands.csv")).hasSize(200);
        assertThat(report.rows("progress.csv")).hasSize(1000);
        assertThat(report.err()).singleElement().asString().startsWith("The transcript tells of more hands, polls");
    }

    @Test
    void namesAndQuestionsAreNoPartOfThePage() throws Exception {
        lesson = report.transcript(new LessonScript()
                .at("09:00:00")
                .start("abc")
                .join("<b>ada")
                .hand("<b>ada", 1)
                .handDownBy("<i>eve", "<b>ada", "called")
                .poll("state=open options=<u>,\"> voted=0", "<script>alert(1)</script>")
                .poll("state=shown options=<u>,\"> voted=1 counts=0,1", "<script>alert(1)</script>")
                .poll("state=closed options=<u>,\"> voted=1", "</p><img src=x>")
                .did("<b>ada", "1", "read", "<b>", "predicted=<", "predicted=", "predicted=z")
                .did("<u>ghost", "1", "passed")
                .text());
        String body = report.html(lesson).replaceFirst("(?s).*<body>", "");
        assertThat(body).contains("&lt;script&gt;").doesNotContain("<script", "<img", "<u>", "<b>ada", "<i>eve");
        assertThat(table("progress"))
                .containsExactlyInAnyOrder("1,<b>ada,yes,1,09:00:00,09:00:00,,,,,", "1,<u>ghost,no,1,,,,,,,09:00:00");
    }
}
