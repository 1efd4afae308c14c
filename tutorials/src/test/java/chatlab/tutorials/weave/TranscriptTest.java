package chatlab.tutorials.weave;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A transcript is run again, and the run reports where it differs from the page. */
class TranscriptTest {
    private static final String ECHO = "import java.io.*; public class Echo { public static void main(String[] args)"
            + " throws IOException { System.out.println(\"Ready on 8081\".replace(\"8081\", args[0]));"
            + " BufferedReader in = new BufferedReader(new InputStreamReader(System.in));"
            + " for (String s = in.readLine(); s != null; s = in.readLine()) { System.out.println(s + s); }"
            + " System.out.println(\"Bye\"); } }";

    @TempDir
    Path folder;

    @BeforeEach
    void writeProgram() throws Exception {
        Files.writeString(folder.resolve("Echo.java"), ECHO);
    }

    @Test
    void runAsInThePageReportsNothing() throws Exception {
        assertThat(run("", "$ java Echo.java 8081", "Ready on 8081", "> ab", "abab", "# a remark", "^D", "Bye"))
                .isEmpty();
    }

    @Test
    void runInSeveralTerminalsReportsNothing() throws Exception {
        assertThat(run(
                        "",
                        "ada$ java Echo.java 1",
                        "bob$ java Echo.java 2",
                        "ada| Ready on 1",
                        "bob| Ready on 2",
                        "ada> x",
                        "ada| xx",
                        "bob^D",
                        "bob| Bye",
                        "ada^C"))
                .isEmpty();
    }

    @Test
    void lineThatDiffersIsReported() throws Exception {
        assertThat(run("", "$ java Echo.java 8081", "Ready on 8081", "> ab", "abAb", "^D", "Bye"))
                .hasValueSatisfying(problem -> {
                    assertThat(problem.line()).isEqualTo(13);
                    assertThat(problem.text()).contains("page: abAb").contains("run:  abab");
                });
    }

    @Test
    void missingLineIsReported() throws Exception {
        assertThat(run("", "$ java Echo.java 8081", "Ready on 8081", "^D", "Bye", "Bye"))
                .hasValueSatisfying(problem -> assertThat(problem.text()).contains("does not show: Bye"));
    }

    @Test
    void extraLineAtTheEndIsReported() throws Exception {
        assertThat(run("", "$ java Echo.java 8081", "Ready on 8081", "^D"))
                .hasValueSatisfying(problem -> assertThat(problem.text()).contains("shows more: Bye"));
    }

    @Test
    void extraLineBeforeTheNextCommandIsReported() throws Exception {
        assertThat(run("", "$ java Echo.java 8081", "Ready on 8081", "^D", "$ java Echo.java 1", "Ready on 1"))
                .hasValueSatisfying(problem -> {
                    assertThat(problem.line()).isEqualTo(13);
                    assertThat(problem.text()).contains("shows more: Bye");
                });
    }

    @Test
    void varyingTextMayDifferButKeepsItsMeaning() {
        Varying varying = new Varying("\\d{5}");
        assertThat(varying.same("port 11111 here", "port 40001 here")).isTrue();
        assertThat(varying.same("again 11111", "again 40001")).isTrue();
        assertThat(varying.same("another 22222", "another 40001")).isFalse();
        assertThat(varying.same("again 11111", "again 40002")).isFalse();
        assertThat(varying.same("port 33333 here", "port 40003 there")).isFalse();
        assertThat(varying.same("two 44444 55555", "two 40004")).isFalse();
        assertThat(varying.same("none", "none 40005")).isFalse();
    }

    private Optional<Problem> run(String varies, String... lines) throws Exception {
        Mark.Block block = new Mark.Block("console", 10, "", List.of(lines));
        Path page = folder.resolve("README.md");
        try (TranscriptRun run = new TranscriptRun(page, folder, new Programs(Map.of()), new Varying(varies))) {
            return run.run(Transcript.of(block));
        }
    }
}
