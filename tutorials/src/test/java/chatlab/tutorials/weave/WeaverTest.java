package chatlab.tutorials.weave;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever changes a chapter is told where it is not true any more. */
class WeaverTest {
    @TempDir
    Path root;

    private TestCourse course;

    @BeforeEach
    void copy() throws IOException {
        course = new TestCourse(root);
        assertThat(course.problems()).isEmpty();
    }

    @Test
    void aCharacterChangedInThePage() throws IOException {
        int line = course.change("README.md", "server.accept()) {", "server.accept() ) {");
        assertProblem("README.md", line, "differs from WhoAmI.java accept");
    }

    @Test
    void aCharacterChangedInTheSource() throws IOException {
        course.change("WhoAmI.java", "Your end", "your end");
        assertThat(course.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo(course.file("README.md"));
            assertThat(problem.text()).contains("source: ").contains("your end");
            assertThat(Files.readAllLines(problem.file()).get(problem.line() - 1))
                    .contains("Your end");
        });
    }

    @Test
    void weavingMendsBoth() throws IOException {
        course.change("WhoAmI.java", "Your end", "your end");
        course.change("README.md", "server.accept()) {", "");
        assertThat(course.inspection().weave(course.chapter())).containsExactly(course.file("README.md"));
        assertThat(course.problems()).isEmpty();
        assertThat(course.inspection().weave(course.chapter())).isEmpty();
        assertThat(Files.readString(course.file("README.md")))
                .contains("your end")
                .contains("server.accept()) {");
    }

    @Test
    void anUnknownMark() throws IOException {
        int line = course.change("README.md", "<!-- code: WhoAmI.java accept", "<!-- cede: WhoAmI.java accept");
        assertProblem("README.md", line, "unknown mark \"cede\"");
    }

    @Test
    void aRegionThatIsNotThere() throws IOException {
        int line = course.change("README.md", "WhoAmI.java accept", "WhoAmI.java acept");
        assertProblem("README.md", line, "has no region \"acept\"");
    }

    @Test
    void aFileThatIsNotThere() throws IOException {
        int line = course.change("README.md", "WhoAmI.java accept", "WhoAmII.java accept");
        assertProblem("README.md", line, "there is no file WhoAmII.java");
    }

    @Test
    void aRegionThatNobodyShows() throws IOException {
        int line = course.change("WhoAmI.java", "import", "// begin imports\n// end imports\nimport");
        assertProblem("WhoAmI.java", line, "region \"imports\" is shown nowhere");
    }

    @Test
    void aRegionThatDoesNotEnd() throws IOException {
        course.change("WhoAmI.java", "// end answer", "");
        assertThat(course.problems())
                .anySatisfy(problem -> assertThat(problem.text()).contains("begins here and ends nowhere"));
    }

    @Test
    void codeWithoutAMark() throws IOException {
        int line = course.change("README.md", "## Make\n", "## Make\n\n```java\nint i;\n```\n");
        assertProblem("README.md", line + 2, "without a mark \"code\"");
    }

    @Test
    void aCommandThatIsNone() throws IOException {
        int line = course.change("README.md", "\nlearn check 1\n", "\nlern check 1\n");
        assertProblem("README.md", line + 1, "no command of the course: lern check 1");
    }

    @Test
    void aTranscriptOfAProgramThatIsNotThere() throws IOException {
        int line = course.change("README.md", "$ java experiment/SamePort.java", "$ java experiment/SamePart.java");
        assertProblem("README.md", line, "no command of the course");
    }

    @Test
    void aPredictionWithoutItsExperiment() throws IOException {
        int line = course.change("README.md", "<!-- predict: SamePort", "<!-- predict: SamePart");
        assertProblem("README.md", line, "there is no experiment SamePart");
    }

    @Test
    void aPartThatIsMissing() throws IOException {
        course.change("README.md", "## Investigate", "## Look into it");
        assertProblem("README.md", 0, "should have [Predict, Run, Investigate");
    }

    @Test
    void tooManyWords() throws IOException {
        course.change("README.md", "## Make\n", "## Make\n" + "\nword word word word word".repeat(400) + "\n");
        assertProblem("README.md", 0, "words are more than 2500");
    }

    private void assertProblem(String file, int line, String text) throws IOException {
        assertThat(course.problems()).anySatisfy(problem -> {
            assertThat(problem.file()).isEqualTo(course.file(file));
            assertThat(problem.line()).isEqualTo(line);
            assertThat(problem.text()).contains(text);
        });
    }
}
