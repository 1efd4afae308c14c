package chatlab.tutorials;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Stories of students, in a folder whose name has a space in it, and an umlaut where Java can write one. */
class LearnTest {
    @TempDir
    Path temp;

    private Student ada;

    @BeforeEach
    void begin() {
        ada = new Student(temp.resolve(folderName()));
    }

    private static String folderName() {
        String name = "adas K\u00e4stchen";
        try {
            return Path.of(name).toString();
        } catch (InvalidPathException e) {
            return "adas Kiste"; // under LC_ALL=C, Java can name no file with an umlaut
        }
    }

    @Test
    void studentComesFromTheListToTheSolution() throws Exception {
        assertThat(ada.learn()).isZero();
        assertThat(ada.sees())
                .contains("1  What a socket is")
                .doesNotContain("passed")
                .contains(ada.folder.toString());

        assertThat(ada.learn("start", "1")).isZero();
        assertThat(ada.sees()).contains("exercise/Endpoints.java");
        assertThat(Files.readString(ada.folder.resolve("01-what-a-socket-is/WhoAmI.java")))
                .contains("server.accept()")
                .doesNotContain("// begin");
        assertThat(ada.folder.resolve("01-what-a-socket-is/experiment/SamePort.java"))
                .exists();

        assertThat(ada.learn("check", "1")).isEqualTo(1);
        assertThat(ada.sees())
                .contains("--  kindOfAddress returns \"loopback\"")
                .contains("Not yet: no step");

        ada.writes("wrong/one-loopback");
        assertThat(ada.learn("check", "1")).isEqualTo(1);
        assertThat(ada.sees())
                .contains("--  kindOfAddress returns \"loopback\" for each address that begins with the")
                .contains("Expected:     kindOfAddress(\"127.0.0.2\") returns \"loopback\"")
                .contains("Cause: Your method takes 127.0.0.1 for loopback");

        assertThat(ada.learn("solution", "1")).isEqualTo(1);
        assertThat(ada.complaint()).contains("can be seen once your own has passed");

        ada.writes("right/socket-addresses");
        assertThat(ada.learn("check", "what-a-socket-is")).isZero();
        assertThat(ada.sees()).contains("All 11 steps have passed");
        assertThat(ada.learn("solution", "1")).isZero();
        assertThat(ada.sees()).contains("isSiteLocalAddress()");
        assertThat(ada.learn()).isZero();
        assertThat(ada.sees()).containsPattern("What a socket is +passed");
    }

    @Test
    void predictionAndOutcomeAreShownTogether() throws Exception {
        assertThat(ada.typing("z\nB\n", "predict", "1")).isZero();
        assertThat(ada.sees())
                .contains("Which ports will you see")
                .contains("java experiment/SamePort.java")
                .containsPattern("cyd: client's end \\d+, server's end \\d+")
                .contains("Please type one of these letters: a, b, c.")
                .contains("Right. You said: b) The same one, three times")
                .contains("All three connections use the same port at the server's end");
        assertThat(ada.progress()).contains("what-a-socket-is predicted=SamePort:b");
    }

    @Test
    void allPredictionsOfAChapterAreKept() throws Exception {
        assertThat(ada.typing("b\na\n", "predict", "2")).isZero();
        assertThat(ada.progress()).containsPattern("bind-listen-accept-close predicted=\\w+:b,\\w+:a");
        assertThat(ada.sees())
                .contains("Not so. You said: b) ")
                .contains("The experiment shows: c) ")
                .doesNotContain("`");
    }

    @Test
    void eachOfSeveralQuestionsNamesItsSectionAndShowsItsCode() throws Exception {
        assertThat(ada.typing("c\n", "predict", "7")).isEqualTo(1); // no answer to the second question
        assertThat(ada.sees())
                .containsSubsequence(
                        "in the section \"Predict\" of the page",
                        "What does this one read return?",
                        "in the section \"Characters can be cut, too\" of the page",
                        "text += new String(buffer, 0, count, UTF_8);",
                        "How many characters has text at the end?",
                        "a) 3 euro signs.");
    }

    @Test
    void predictionWithoutKeyboardIsRefused() {
        assertThat(ada.typing("", "predict", "1")).isEqualTo(1);
        assertThat(ada.complaint())
                .isEqualToIgnoringNewLines("learn: A prediction must be typed, and there is no keyboard.");
    }

    @Test
    void hintsComeOneAtATime() throws Exception {
        ada.learn("hint", "1");
        assertThat(ada.sees())
                .contains("Hint 1 of 4")
                .contains("Where to begin")
                .doesNotContain("Nearly the answer");
        ada.learn("hint", "1");
        assertThat(ada.sees()).contains("Hint 2 of 4").doesNotContain("Where to begin");
        ada.learn();
        assertThat(ada.sees()).contains("begun, 2 hints");
        ada.learn("hint", "1");
        ada.learn("hint", "1");
        assertThat(ada.sees()).contains("Nearly the answer").contains("That was the last one.");
        ada.learn("hint", "1");
        assertThat(ada.sees()).contains("Hint 4 of 4");
    }

    @Test
    void resetKeepsWhatWasWritten() throws Exception {
        assertThat(ada.learn("reset", "1")).isEqualTo(1);
        assertThat(ada.complaint()).contains("there is nothing to reset");

        ada.learn("start", "1");
        ada.writes("wrong/java-slash");
        String mine = Files.readString(ada.answer());
        assertThat(ada.learn("reset", "1")).isZero();
        assertThat(ada.answer()).content().contains("to be written");
        assertThat(ada.answer().resolveSibling("Endpoints.java.before-reset-1")).hasContent(mine);

        assertThat(ada.learn("reset", "1")).isZero();
        assertThat(ada.answer().resolveSibling("Endpoints.java.before-reset-1")).hasContent(mine);
        assertThat(ada.answer().resolveSibling("Endpoints.java.before-reset-2")).exists();
        assertThat(ada.learn("check", "1")).isEqualTo(1);
        assertThat(ada.sees()).contains("to be written");
    }

    @Test
    void startingAgainOverwritesNothing() throws Exception {
        ada.learn("start", "1");
        ada.writes("solution");
        ada.learn("start", "1");
        assertThat(ada.answer()).content().contains("isSiteLocalAddress");
    }

    @Test
    void progressSurvivesNewNumbersOfChapters() throws Exception {
        ada.learn("start", "1");
        ada.writes("solution");
        Files.move(ada.folder.resolve("01-what-a-socket-is"), ada.folder.resolve("09-what-a-socket-is"));
        Files.writeString(ada.folder.resolve("progress.txt"), "a-chapter-of-old hints=3 colour=blue\n");
        assertThat(ada.learn("check", "1")).isZero();
        assertThat(ada.folder.resolve("01-what-a-socket-is")).doesNotExist();
        assertThat(ada.progress())
                .contains("a-chapter-of-old hints=3 colour=blue")
                .contains("what-a-socket-is tried=", " passed=");
    }

    @Test
    void compilerErrorIsShownWithItsLineAndACaret() throws Exception {
        ada.learn("start", "1");
        ada.changes("public static String kindOfPort(int port) {", "public static String kindOfPort(int port) {\n\toh");
        assertThat(ada.learn("check", "1")).isEqualTo(1);
        assertThat(ada.sees())
                .contains("It reports ")
                .containsPattern("Endpoints\\.java:\\d+: not a statement\n     oh\n     \\^\n");
    }

    @Test
    void markAtTheBeginningOfAFileAndCopiesOfAnEditorAreNoErrors() throws Exception {
        ada.learn("start", "1");
        ada.writes("solution");
        Files.writeString(ada.answer(), "\uFEFF" + Files.readString(ada.answer()));
        for (String copy : List.of("._Endpoints.java", ".#Endpoints.java")) {
            Files.writeString(ada.answer().resolveSibling(copy), "\0 no Java");
        }
        assertThat(ada.learn("check", "1")).isZero();
    }

    @Test
    void packageThatAnEditorHasAddedIsNamed() throws Exception {
        ada.learn("start", "1");
        ada.writes("solution");
        Files.writeString(ada.answer(), "\npackage chapters.one;\n" + Files.readString(ada.answer()));
        assertThat(ada.learn("check", "1")).isEqualTo(1);
        assertThat(ada.sees())
                .contains("Endpoints.java has a package, in line 2.")
                .contains("  package chapters.one;");
    }

    @Test
    void missingMethodIsNamed() throws Exception {
        ada.learn("start", "1");
        ada.changes("kindOfPort", "sortOfPort");
        assertThat(ada.learn("check", "1")).isEqualTo(1);
        assertThat(ada.sees()).contains("does not find what it calls").contains("kindOfPort");
    }

    @Test
    void hangIsShownAsAThreadDumpInWords() throws Exception {
        ada.learn("start", "1");
        ada.writes("solution");
        ada.changes(
                "String here",
                "try (java.net.ServerSocket s = new java.net.ServerSocket(0)) { s.accept(); }"
                        + " catch (java.io.IOException e) { }\nString here");
        assertThat(ada.learn("check", "1")).isEqualTo(1);
        assertThat(ada.sees())
                .contains("ok  kindOfPort returns \"no port\" for each other number.")
                .contains("all threads wait, and none will go on")
                .containsPattern(
                        "thread \"check\" waits in accept\\(\\) for the next client\\s+\\(Endpoints.java:\\d+\\)");
    }

    @Test
    void chaptersAreShownWithin80Columns() {
        assertThat(ada.learn("read", "1")).isZero();
        assertThat(ada.sees())
                .contains("What a socket is\n================")
                .contains("    $ java experiment/SamePort.java")
                .contains("Answer:")
                .doesNotContain("<!--")
                .doesNotContain("<details>");
        assertThat(ada.sees().lines().filter(line -> !line.startsWith("    ")))
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
    }

    @Test
    void experimentRunsByItsName() {
        assertThat(ada.learn("run", "1", "SamePort")).isZero();
        assertThat(ada.sees()).contains("The server listens on port");
    }

    @Test
    void programRunsWithArguments() {
        assertThat(ada.learn("run", "1", "no-such-host.invalid", "8081")).isEqualTo(1);
        assertThat(ada.sees())
                .contains("java WhoAmI.java no-such-host.invalid 8081")
                .contains("UnknownHostException");
    }

    @Test
    void differenceBetweenTwoChaptersIsShown() {
        assertThat(ada.learn("diff", "1", "2")).isZero();
        assertThat(ada.sees())
                .contains("--- 01-what-a-socket-is/WhoAmI.java")
                .contains("+++ 02-")
                .containsPattern("(?m)^-public class WhoAmI")
                .doesNotContain("// begin");
        assertThat(ada.learn("diff", "1", "1")).isZero();
        assertThat(ada.sees()).contains("the same");
    }

    @Test
    void bookIsWritten() {
        assertThat(ada.learn("book")).isZero();
        assertThat(ada.sees()).contains(ada.folder.resolve("book/index.html").toString());
        assertThat(ada.folder.resolve("book/01-what-a-socket-is/index.html")).exists();
    }

    @Test
    void everyErrorIsASentence() throws IOException {
        assertThat(ada.learn("check", "99")).isEqualTo(1);
        assertThat(ada.complaint())
                .isEqualToIgnoringNewLines("learn: There is no chapter \"99\". \"learn\" lists them.");
        assertThat(ada.learn("chekc", "1")).isEqualTo(2);
        assertThat(ada.complaint()).startsWith("There is no command \"chekc\". \"learn --help\" lists them.");
        assertThat(ada.learn("chekc", "start", "1")).isEqualTo(2); // and nothing is done
        assertThat(ada.complaint()).contains("\"chekc\"");
        assertThat(ada.folder).doesNotExist();
        assertThat(ada.learn("check")).isEqualTo(2);

        Files.writeString(ada.folder, "a file");
        assertThat(ada.learn("start", "1")).isEqualTo(1);
        assertThat(ada.complaint()).matches("learn: .*adas K.* could not be read or written \\(.*\\)\\.\\R");
    }

    @Test
    void folderThatJavaCannotNameIsAnErrorInASentence() {
        assertUnnamable("--folder", "j\0rgen"); // a NUL is in no path, as an umlaut is in none under LC_ALL=C
        String before = System.getProperty("user.home");
        System.setProperty("user.home", "j\0rgen");
        try {
            assertUnnamable();
        } finally {
            System.setProperty("user.home", before);
        }
    }

    private static void assertUnnamable(String... arguments) {
        StringWriter err = new StringWriter();
        assertThat(new CommandLine(new Learn()).setErr(new PrintWriter(err)).execute(arguments))
                .isEqualTo(1);
        assertThat(err.toString()).matches("learn: j.rgen could not be read or written \\(.* UTF-8.*\\)\\.\\R");
    }
}
