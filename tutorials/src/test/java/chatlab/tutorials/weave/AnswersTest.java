package chatlab.tutorials.weave;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.tutorials.grading.Compiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A trial reports a check that judges an answer wrongly. */
class AnswersTest {
    private static final String SOLUTION = "exercise/solution/Endpoints.java";
    private static final String WRONG = "exercise/wrong/ends-swapped/Endpoints.java";

    @TempDir
    Path root;

    @TempDir
    Path scratch;

    private TestCourse course;

    @BeforeEach
    void copy() throws IOException {
        course = new TestCourse(root);
    }

    @Test
    void wrongAnswerThatIsAcceptedIsReported() throws Exception {
        copy(SOLUTION, WRONG);
        assertThat(trial("wrong/ends-swapped")).contains("should be rejected with \"ends-swapped\", and is accepted");
    }

    @Test
    void wrongAnswerThatIsRejectedForAnotherReasonIsReported() throws Exception {
        copy("exercise/wrong/java-slash/Endpoints.java", WRONG);
        assertThat(trial("wrong/ends-swapped")).get().asString().contains("and is rejected with \"java-slash\"");
    }

    @Test
    void rightAnswerThatIsRejectedIsReported() throws Exception {
        copy(WRONG, SOLUTION);
        assertThat(trial("solution")).get().asString().contains("should be accepted, and is rejected");
    }

    @Test
    void stubThatIsAcceptedIsReported() throws Exception {
        copy(SOLUTION, "exercise/stub/Endpoints.java");
        assertThat(trial("stub")).get().asString().contains("and is accepted");
    }

    @Test
    void answerThatDoesNotCompileIsReported() throws Exception {
        course.change(WRONG, "return", "retrun");
        assertThat(trial("wrong/ends-swapped")).get().asString().contains("does not compile");
    }

    @Test
    void causeWithoutWordsIsReported() throws Exception {
        course.change("exercise/messages.properties", "ends-swapped.cause", "end-swapped.cause");
        assertThat(trial("wrong/ends-swapped")).contains("messages.properties has no ends-swapped.cause");
    }

    @Test
    void exerciseWithTooFewHintsIsReported() throws Exception {
        course.change("exercise/hints.md", "## Where to begin", "### Where to begin");
        course.change("exercise/hints.md", "## Addresses", "### Addresses");
        assertThat(course.problems())
                .anySatisfy(problem -> assertThat(problem.text()).contains("has 2 hints"));
    }

    private void copy(String from, String to) throws IOException {
        Files.copy(course.file(from), course.file(to), StandardCopyOption.REPLACE_EXISTING);
    }

    private Optional<String> trial(String name) throws Exception {
        Answers.Answer answer = Answers.of(course.chapter()).stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow();
        return new Trial(Compiler.find().orElseThrow(), scratch).run(answer).map(Problem::text);
    }
}
