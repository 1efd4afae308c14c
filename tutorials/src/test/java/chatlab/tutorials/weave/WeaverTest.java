package chatlab.tutorials.weave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The weaver reports where a page differs from its sources, and updates the page. */
class WeaverTest {
    private static final String PAGE = "README.md";

    @TempDir
    Path root;

    private TestCourse course;

    @BeforeEach
    void copy() throws IOException {
        course = new TestCourse(root);
        assertThat(course.problems()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void changeIsReportedAtItsLine(String name, String file, String before, String after, int below, String problem)
            throws IOException {
        int line = course.change(file, before, after) + below;
        assertProblem(file, line, problem);
    }

    static List<Arguments> changeIsReportedAtItsLine() {
        return List.of(
                arguments(
                        "block",
                        PAGE,
                        "server.accept()) {",
                        "server.accept() ) {",
                        0,
                        "differs from WhoAmI.java accept"),
                arguments("mark", PAGE, "<!-- code: WhoAmI.java", "<!-- cede: WhoAmI.java", 0, "unknown mark \"cede\""),
                arguments("region", PAGE, "WhoAmI.java accept", "WhoAmI.java acept", 0, "has no region \"acept\""),
                arguments(
                        "file", PAGE, "WhoAmI.java accept", "WhoAmII.java accept", 0, "there is no file WhoAmII.java"),
                arguments(
                        "region that no page shows",
                        "WhoAmI.java",
                        "import",
                        "// begin imports\n// end imports\nimport",
                        0,
                        "region \"imports\" is shown nowhere"),
                arguments(
                        "code without a mark",
                        PAGE,
                        "## Make\n",
                        "## Make\n\n```java\nint i;\n```\n",
                        2,
                        "without a mark \"code\""),
                arguments(
                        "command",
                        PAGE,
                        "\nlearn check 1\n",
                        "\nlern check 1\n",
                        1,
                        "no command of the course: lern check 1"),
                arguments(
                        "program",
                        PAGE,
                        "$ java experiment/SamePort.java",
                        "$ java experiment/SamePart.java",
                        0,
                        "no command of the course"),
                arguments(
                        "prediction",
                        PAGE,
                        "<!-- predict: SamePort",
                        "<!-- predict: SamePart",
                        0,
                        "there is no experiment SamePart"));
    }

    @Test
    void predictionWithoutItsAnswerIsReported() throws IOException {
        int line = course.change(PAGE, "<!-- predict: SamePort", "<!-- predict: SamePort");
        course.change(PAGE, "<!-- answer: SamePort b -->\n", "");
        assertProblem(PAGE, line, "wants one mark answer: SamePort LETTER further down");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void changeIsReportedForThePage(String name, String before, String after, String problem) throws IOException {
        course.change(PAGE, before, after);
        assertProblem(PAGE, 0, problem);
    }

    static List<Arguments> changeIsReportedForThePage() {
        String manyWords = "\nword word word word word".repeat(400);
        return List.of(
                arguments(
                        "missing part", "## Investigate", "## Look into it", "should have [Predict, Run, Investigate"),
                arguments("too many words", "## Make\n", "## Make\n" + manyWords + "\n", "words are more than 2500"));
    }

    @Test
    void changeInTheSourceIsReportedForThePage() throws IOException {
        course.change("WhoAmI.java", "Your end", "your end");
        assertThat(course.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo(course.file(PAGE));
            assertThat(problem.text()).contains("source: ").contains("your end");
            assertThat(Files.readAllLines(problem.file()).get(problem.line() - 1))
                    .contains("Your end");
        });
    }

    @Test
    void regionWithoutAnEndIsReported() throws IOException {
        course.change("WhoAmI.java", "// end answer", "");
        assertThat(course.problems())
                .anySatisfy(problem -> assertThat(problem.text()).contains("begins here and ends nowhere"));
    }

    @Test
    void weavingBringsThePageUpToDate() throws IOException {
        course.change("WhoAmI.java", "Your end", "your end");
        course.change(PAGE, "server.accept()) {", "");
        assertThat(course.inspection().weave(course.chapter())).containsExactly(course.file(PAGE));
        assertThat(course.problems()).isEmpty();
        assertThat(course.inspection().weave(course.chapter())).isEmpty();
        assertThat(Files.readString(course.file(PAGE))).contains("your end").contains("server.accept()) {");
    }

    private void assertProblem(String file, int line, String text) throws IOException {
        assertThat(course.problems()).anySatisfy(problem -> {
            assertThat(problem.file()).isEqualTo(course.file(file));
            assertThat(problem.line()).isEqualTo(line);
            assertThat(problem.text()).contains(text);
        });
    }
}
