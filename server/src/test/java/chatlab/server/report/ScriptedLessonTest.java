package chatlab.server.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A lesson of 30 people and 90 minutes, with a crash of the server from 10:00 to 10:05, and a short lesson after it. All
 * come at 9:00, are back at 10:06 after the crash, and stay to the end at 10:30, but those people that are named. What the class does
 * beside its talk is checked by {@link ScriptedClassTest}.
 */
class ScriptedLessonTest {
    private static final String ALL_THE_TIME = "09:00:00 10:30:00 84"; // an hour before the crash, and 24 minutes

    private static final String[] PEOPLE =
            IntStream.rangeClosed(1, 30).mapToObj(ScriptedLessonTest::person).toArray(String[]::new);

    @TempDir
    Path folder;

    private ReportRunner report;

    @BeforeEach
    void runInTheFolder() {
        report = new ReportRunner(folder);
    }

    private static String person(int number) {
        return String.format("p%02d", number);
    }

    /** The people from p13 on, which do nothing but take part in the course. */
    static List<String> quietPeople() {
        return IntStream.rangeClosed(13, 30)
                .mapToObj(ScriptedLessonTest::person)
                .toList();
    }

    private static String[] without(String... names) {
        return Arrays.stream(PEOPLE)
                .filter(name -> !List.of(names).contains(name))
                .toArray(String[]::new);
    }

    private static LessonScript lesson() {
        return new LessonScript()
                .at("08:55:00")
                .start("abc123")
                .at("09:00:00")
                .join(without("p09"))
                .say("p01", "good morning")
                .at("09:04:00")
                .did("p06", "5", "read")
                .did("p09", "5", "read") // this name has not entered yet
                .did("p11", "5", "read")
                .at("09:05:00")
                .join("guest31")
                .at("09:06:00")
                .nick("guest31", "p09")
                .say("p09", "I am late")
                .at("09:07:00")
                .hand("p10", 1)
                .at("09:08:00")
                .handDownBy("p01", "p10", "called")
                .at("09:09:30")
                .hand("p11", 2)
                .at("09:10:00")
                .say("p06", "what was my name?")
                .nick("p06", "zoe")
                .say("zoe", "that is better")
                .hand("x11", 2)
                .handDown("p11", "renamed")
                .nick("p11", "x11")
                .at("09:12:00")
                .handDownBy("server", "x11", "lowered")
                .at("09:15:00")
                .leave("p08", "moved")
                .joinRoom("lab", "p08")
                .sayIn("lab", "p08", "alone in the lab")
                .at("09:16:00")
                .did("p06", "5", "predicted")
                .did("ghost", "5", "predicted")
                .each(quietPeople(), (lesson, name) -> lesson.did(name, "5", "read", "predicted"))
                .at("09:18:00")
                .chapter("5", 19, 30, "10,5,4")
                .each(quietPeople().subList(0, 10), (lesson, name) -> lesson.did(name, "5", "predicted=a"))
                .each(quietPeople().subList(10, 15), (lesson, name) -> lesson.did(name, "5", "predicted=b"))
                .each(quietPeople().subList(15, 18), (lesson, name) -> lesson.did(name, "5", "predicted=c"))
                .did("p06", "5", "predicted=c")
                .at("09:19:00")
                .did("p01", "5", "predicted") // too late
                .at("09:20:00")
                .join("p11") // a name that was given up, so another person
                .leave("p02", "quit")
                .leave("p09", "quit")
                .at("09:22:00")
                .did("p11", "5", "tried") // by the first one, whose secret owns this name in the course
                .chapter("5", 19, 30, "10,5,4") // it is closed, and what was shown is told again
                .at("09:25:00")
                .leaveRoom("lab", "p08", "moved", "")
                .line("NOTE code=cleared :lab")
                .join("p08")
                .at("09:30:00")
                .join("p02")
                .leaveRoom("lobby", "p07", "kicked", "enough")
                .paste("p01", List.of("class A {", "    int a;", "}"))
                .sayIn("*", "server", "a break in half an hour")
                .at("09:31:00")
                .poll("state=open options=yes,no voted=0", "Is it clear?")
                .at("09:32:00")
                .poll("state=closed options=yes,no voted=25", "Is it clear?")
                .at("09:33:00")
                .poll("state=shown options=yes,no voted=25 counts=20,5", "Is it clear?")
                .at("09:34:00")
                .poll("state=open options=-1,0,1 voted=0", "=Which number?")
                .at("09:35:00")
                .poll("state=void options=-1,0,1 voted=3", "=Which number?")
                .poll("state=open options=red,green voted=0", "Which colour?")
                .at("09:36:00")
                .poll("state=closed options=red,green voted=30", "Which colour?")
                .at("09:40:00")
                .lost("p03")
                .lost("p04")
                .join("guest32")
                .at("09:40:10")
                .back("p03")
                .at("09:40:15")
                .leave("p04", "lost")
                .at("09:41:00")
                .nick("guest32", "p09")
                .at("09:44:30")
                .hand("p05", 3)
                .at("09:45:00")
                .lost("p05")
                .at("09:45:15")
                .handDown("p05", "left")
                .leave("p05", "lost")
                .at("09:46:00")
                .hand("p12", 4)
                .at("09:47:00")
                .handDown("p12", "down")
                .at("09:50:00")
                .join("p04")
                .at("09:58:00")
                .hand("p14", 5)
                .poll("state=open options=x,y voted=0", "Up to a crash?")
                .at("09:59:50")
                .lost("p10")
                .at("10:00:00")
                .say("p01", "the last line before the crash")
                .raw("MSG room=lobby from=p01 id=99 at=2026-11-20T10:00")
                .raw("\n")
                .at("10:05:00")
                .start("abc123")
                .at("10:06:00")
                .join(without("p05", "p06", "p07", "p12"))
                .join("zoe", "x11")
                .say("p01", "we are back")
                .at("10:07:00")
                .hand("p14", 1)
                .at("10:08:00")
                .handDownBy("p01", "p14", "called")
                .at("10:10:00")
                .did("p13", "6", "read", "hint", "tried", "passed")
                .did("p14", "6", "solution")
                .did("p15", "5.2", "predicted")
                .did("mistake", "6", "passed")
                .forget("mistake")
                .at("10:12:00")
                .hand("p15", 2)
                .at("10:30:00")
                .end();
    }

    static LessonScript twoLessons() {
        return lesson().at("10:40:00")
                .newRun("def456")
                .at("10:41:00")
                .join("p01", "p02")
                .say("p02", "a new lesson")
                .did("p02", "6", "read")
                .at("10:44:30")
                .leave("p02", "quit")
                .at("10:50:00")
                .end();
    }

    /** First, last, minutes and messages of each person of the first run, and its earlier names. */
    private static Map<String, String> expected() {
        Map<String, String> people = new TreeMap<>();
        for (String name : PEOPLE) {
            people.put(name, ALL_THE_TIME + " 0 ");
        }
        people.remove("p06");
        people.put("p01", ALL_THE_TIME + " 4 "); // a paste is one message
        people.put("p02", "09:00:00 10:30:00 74 0 ");
        people.put("p04", "09:00:00 10:30:00 74 0 ");
        people.put("p05", "09:00:00 09:45:00 45 0 ");
        people.put("zoe", ALL_THE_TIME + " 2 p06");
        people.put("p07", "09:00:00 09:30:00 30 0 ");
        people.put("p08", ALL_THE_TIME + " 1 ");
        people.put("p09", "09:05:00 10:30:00 59 1 guest32, guest31");
        people.put("p11", "09:20:00 10:30:00 64 0 ");
        people.put("x11", ALL_THE_TIME + " 0 p11");
        people.put("p12", "09:00:00 10:00:00 60 0 ");
        return people;
    }

    private static Map<String, String> attendance(List<List<String>> rows, String run) {
        return rows.stream()
                .filter(row -> row.get(0).equals(run))
                .collect(Collectors.toMap(
                        row -> row.get(1),
                        row -> Stream.of(
                                        row.get(3).substring(11),
                                        row.get(4).substring(11),
                                        row.get(5),
                                        row.get(6),
                                        row.get(2))
                                .collect(Collectors.joining(" ")),
                        (one, other) -> one + "!",
                        TreeMap::new));
    }

    @Test
    void everyFigureOfTheLessonIsRight() throws Exception {
        List<List<String>> rows =
                report.csv("attendance.csv", report.transcript(twoLessons().text()));
        assertThat(attendance(rows, "1")).isEqualTo(expected());
        assertThat(attendance(rows, "2"))
                .isEqualTo(Map.of("p01", "10:41:00 10:50:00 9 0 ", "p02", "10:41:00 10:44:30 4 1 "));
        assertThat(rows).hasSize(33).allMatch(row -> row.get(3).startsWith("2026-11-20 "));
        assertThat(report.err())
                .containsExactly("One line is torn or changed and could not be read; the rest is in the report.");
        assertThat(report.status()).isZero();
    }

    @Test
    void lostTimeOfLessThanTheGraceAtACrashIsNotCounted() throws Exception {
        String text = new LessonScript()
                .at("09:00:00")
                .start("abc")
                .join("ada", "bob")
                .at("09:10:00")
                .lost("ada")
                .at("09:20:00")
                .say("bob", "the last line")
                .text();
        assertThat(attendance(report.csv("attendance.csv", report.transcript(text)), "1"))
                .isEqualTo(Map.of("ada", "09:00:00 09:10:00 10 0 ", "bob", "09:00:00 09:20:00 20 1 "));
    }

    @Test
    void personThatTakesTheNameOfAnotherOneThatWasThereAtTheSameTimeIsNotThatOne() throws Exception {
        LessonScript lesson = new LessonScript()
                .at("10:00:00")
                .start("abc")
                .join("ada", "bob")
                .say("ada", "hello")
                .at("10:40:00")
                .leave("ada", "quit")
                .at("10:55:00")
                .nick("bob", "ada")
                .say("ada", "I am bob");
        assertThat(report.csv("attendance.csv", report.transcript(lesson.text())))
                .containsExactlyInAnyOrder(
                        List.of("1", "ada", "", "2026-11-20 10:00:00", "2026-11-20 10:40:00", "40", "1"),
                        List.of("1", "ada", "bob", "2026-11-20 10:00:00", "2026-11-20 10:55:00", "55", "1"));
        lesson.nick("ada", "bob").join("ada").at("11:00:00").say("ada", "the first one again");
        assertThat(attendance(report.csv("attendance.csv", report.transcript(lesson.text())), "1"))
                .isEqualTo(Map.of("ada", "10:00:00 11:00:00 45 2 ", "bob", "10:00:00 11:00:00 60 1 ada"));
    }

    @Test
    void personThatIsRenamedWhileItIsLostIsNotThereForThat() throws Exception {
        String text = new LessonScript()
                .at("09:00:00")
                .start("abc")
                .join("ada", "bob")
                .at("09:10:00")
                .lost("ada")
                .lost("bob")
                .at("09:10:10")
                .nick("bob", "rob")
                .at("09:10:15")
                .leave("ada", "lost")
                .leave("rob", "lost")
                .at("09:15:00")
                .nick("ada", "zoe")
                .at("09:20:00")
                .back("zoe")
                .join("zoe")
                .at("09:30:00")
                .end()
                .text();
        assertThat(attendance(report.csv("attendance.csv", report.transcript(text)), "1"))
                .isEqualTo(Map.of("zoe", "09:00:00 09:30:00 20 0 ada", "rob", "09:00:00 09:10:00 10 0 bob"));
    }

    @Test
    void tableInTheTerminalHasColumnsAsWideAsTheyMustBe() throws Exception {
        String text = new LessonScript()
                .at("09:00:00")
                .start("abc")
                .join("日本語の名前", "bob", "guest7")
                .nick("guest7", "ada")
                .say("bob", "hi")
                .at("23:59:00")
                .leave("bob", "quit")
                .line("NICK old=ada new=Ada at=2026-11-21T00:10:00Z")
                .text();
        report.run(report.transcript(text));
        assertThat(report.out())
                .containsExactly(
                        "Run 1: 2026-11-20, 09:00 to 2026-11-21 00:10, 3 people",
                        "  name          first  last              minutes  messages  earlier names",
                        "  Ada           09:00  2026-11-21 00:10      910         0  guest7, ada",
                        "  bob           09:00  23:59                 899         1",
                        "  日本語の名前  09:00  2026-11-21 00:10      910         0");
        report.run("--zone", "Asia/Kolkata", folder.resolve("transcript1.txt"));
        assertThat(report.out().get(0)).startsWith("Run 1: 2026-11-20, 14:30 to 2026-11-21 05:40,");
    }

    @Test
    void copiesAndPartsOfOneRunAreNotCountedTwice() throws Exception {
        String whole = twoLessons().text();
        int middle = whole.indexOf("NOTE code=lost");
        List<Path> files = new ArrayList<>(List.of(
                report.transcript("NOTE code=run :abc123\nNOTE code=cut :x\n" + whole.substring(middle)),
                report.transcript(whole.substring(0, middle)),
                report.transcript(whole),
                report.transcript(whole.substring(0, whole.indexOf("part=2/3"))),
                report.transcript(whole.replace("\n", "\r\n"))));
        List<List<String>> chat = report.csv("chat.csv", files.get(2));
        String tables = tables();
        for (int i = 0; i < files.size(); i++) {
            List<List<String>> rows = report.csv("attendance.csv", files.toArray());
            assertThat(attendance(rows, "1")).as("%s", files).isEqualTo(expected());
            assertThat(rows).hasSize(33);
            assertThat(report.csv("chat.csv", files.toArray())).isEqualTo(chat);
            assertThat(tables()).isEqualTo(tables);
            Collections.rotate(files, 1);
        }
        assertThat(report.csv("chat.csv", files.get(0), files.get(1))).isEqualTo(chat);
        assertThat(attendance(report.csv("attendance.csv", files.get(0), files.get(1)), "1"))
                .isEqualTo(expected());
    }

    @Test
    void copiesOfATranscriptAreNotCountedTwiceWhereTheClockWentBack() throws Exception {
        String whole = new LessonScript()
                .at("10:10:00")
                .start("abc")
                .at("10:20:00")
                .join("ada", "bob")
                .at("10:05:00")
                .hand("bob", 1)
                .at("10:06:00")
                .handDown("bob", "down")
                .say("bob", "what time is it?")
                .leave("bob", "quit")
                .at("10:07:00")
                .poll("state=open options=yes,no voted=0", "Is it clear?")
                .did("ada", "1", "read")
                .at("10:40:00")
                .end()
                .text();
        Path file = report.transcript(whole);
        report.csv("hands.csv", file);
        String once = tables();
        assertThat(report.rows("hands.csv")).hasSize(1);
        report.csv("hands.csv", file, report.transcript(whole));
        assertThat(tables()).isEqualTo(once);
        String lateHalf = "NOTE code=run :abc\nNOTE code=cut :x\n" + whole.substring(whole.indexOf("HAND"));
        report.csv("hands.csv", file, report.transcript(lateHalf));
        assertThat(report.rows("hands.csv")).hasSize(1);
        assertThat(report.rows("polls.csv")).hasSize(2);
    }

    /** All tables that were written. */
    private String tables() throws IOException {
        StringBuilder tables = new StringBuilder();
        for (Path file : CsvReport.files(folder.resolve("csv"))) {
            tables.append(Files.readString(file));
        }
        return tables.toString();
    }

    @Test
    void chatIsListedByRunRoomAndDay() throws Exception {
        String page = report.html(report.transcript(twoLessons().text()));
        String chat = page.substring(page.indexOf("<h2>Chat</h2>"));
        assertThat(chat.lines().filter(line -> line.matches("<h[34]>.*")).map(line -> line.replaceAll("<.*?>", "")))
                .containsExactly(
                        "Run 1: lobby",
                        "2026-11-20",
                        "Run 1: lab",
                        "2026-11-20",
                        "Run 1: all rooms",
                        "2026-11-20",
                        "Run 2: lobby",
                        "2026-11-20");
        assertThat(chat)
                .contains("<p><time>09:06:00</time> <b><bdi>p09</bdi></b> <bdi>I am late</bdi></p>\n")
                .contains("<b><bdi>p01</bdi></b></p>\n<pre dir=\"auto\">\nclass A {\n    int a;\n}\n</pre>\n")
                .contains("<b><bdi>server</bdi></b> <bdi>a break in half an hour</bdi>");
        assertThat(page).contains("Run 1: 2026-11-20, 08:55 to 10:30, 31 people");
        assertThat(page).contains("<td><bdi>zoe</bdi></td><td>09:00</td><td>10:30</td><td class=\"number\">84</td>");
        assertThat(page).doesNotContain("{{");
    }

    @Test
    void anonymousReportHasNoNameAndNoText() throws Exception {
        String text = twoLessons()
                .at("10:51:00")
                .newRun("ghi789")
                .join("Zebulon", "Xanthippe")
                .joinRoom("Xanthippes-room", "Xanthippe")
                .sayIn("Xanthippes-room", "Xanthippe", "my friend Zebulon told it")
                .sayIn("*", "server", "well done, Zebulon")
                .hand("Zebulon", 1)
                .handDownBy("Xanthippe", "Zebulon", "called")
                .did("Zebulon", "1", "passed")
                .did("Zerberus", "1", "passed")
                .paste("Zebulon", List.of("// by Zebulon", "secret();"))
                .leaveRoom("lobby", "Zebulon", "quit", "bye, says Zebulon")
                .text();
        Path transcript = report.transcript(text);
        String page = report.html("--anonymous", transcript);
        assertThat(report.csv("chat.csv", "--anonymous", transcript))
                .hasSize(13)
                .allSatisfy(row -> {
                    assertThat(row.get(3)).matches("person \\d+|server");
                    assertThat(row.get(5)).isEmpty();
                });
        List<String> shown = new ArrayList<>(report.out());
        report.run("--anonymous", transcript);
        shown.addAll(report.out());
        shown.add(page.substring(page.indexOf("<body>")));
        for (Path file : CsvReport.files(folder.resolve("csv"))) {
            shown.add(Files.readString(file));
        }
        List<String> secrets = new ArrayList<>(List.of(PEOPLE));
        secrets.addAll(List.of(
                "zoe",
                "x11",
                "guest",
                "zebulon",
                "zerberus",
                "ghost",
                "xanthippe",
                "secret",
                "friend",
                "break",
                "morning"));
        secrets.addAll(List.of("lab", "enough", "class a", "abc123"));
        for (String secret : secrets) {
            assertThat(shown).noneMatch(one -> one.toLowerCase(Locale.ROOT).contains(secret));
        }
        assertThat(page).contains("<bdi>called by person 1</bdi>").contains("Is it clear?");
        assertThat(page).contains("<td><bdi>person 1</bdi></td>").contains("Run 3: room 2");
        assertThat(report.out()).anyMatch(line -> line.matches("  person 1  +09:00 +10:30 +84 +4"));
    }
}
