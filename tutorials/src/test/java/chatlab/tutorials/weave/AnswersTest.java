package chatlab.tutorials.weave;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.tutorials.grading.Compiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    void answersOfEachCauseHaveAllVerdictsAndAllStepsAndAllRightAnswers() throws Exception {
        List<Answers.Answer> all = Answers.of(course.chapter());
        List<Answers.Answer> some = Answers.ofEachCause(course.chapter());
        assertThat(all).containsAll(some).hasSizeGreaterThan(some.size());
        assertThat(some).doesNotHaveDuplicates();
        all.removeAll(some);
        assertThat(all)
                .allMatch(left -> left.onlyStep().isEmpty() && !left.verdict().isEmpty());
        assertThat(some)
                .extracting(Answers.Answer::verdict)
                .containsAll(all.stream().map(Answers.Answer::verdict).toList());
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

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "no step | <!-- step: loopback; only: one-loopback --> | '' | names no step that checks it: `kindOfAddress`",
                "two sentences | number 127. | number 127. Nobody knows why. | is more than one sentence",
                "same step | step: private-10 | step: loopback | names a step that another sentence has: loopback",
                "outside of the list | An address always comes as | An address must come as | may be a requirement outside of the list",
                "in the section, no item | ## What need not hold | It returns at once. | may be a requirement outside of the list",
                "no list | ## What must hold | ## What holds | has no list under",
                "a shared cause | step: private-10 | step: no-line | names a step like a cause of all exercises: no-line",
                "no answer | only: one-loopback | only: no-loopback | there is no wrong answer no-loopback"
            })
    void sentenceThatIsNotTiedToItsOwnStepIsReported(String name, String before, String after, String problem)
            throws Exception {
        course.change("exercise/README.md", before, after);
        assertThat(course.problems())
                .extracting(Problem::text)
                .anySatisfy(text -> assertThat(text).contains(problem));
    }

    @Test
    void stepWithoutASentenceIsReported() throws Exception {
        course.change("exercise/README.md", "step: there", "step: nowhere");
        assertThat(trial("solution")).get().asString().contains("has no sentences for all of the steps [loopback");
    }

    @Test
    void sentenceWhoseStepTheCheckLacksIsReported() throws Exception {
        course.change("exercise/Check.java", "checks.step(\"there\", Check::there);", "");
        assertThat(trial("solution")).get().asString().contains("the check has only [loopback");
    }

    @Test
    void answerThatAnotherStepRefusesTooIsReported() throws Exception {
        course.change("exercise/README.md", "only: there", "only: ends-swapped");
        assertThat(trial("wrong/ends-swapped"))
                .get()
                .asString()
                .contains("should be refused by the step \"there\" alone, and is rejected")
                .contains("at step \"here\"");
    }

    @Test
    void causeThatNoAnswerHearsIsReported() throws Exception {
        course.change("exercise/messages.properties", "java-slash.cause=", "nobody.cause=Why?\njava-slash.cause=");
        assertThat(course.problems())
                .extracting(Problem::text)
                .containsExactly("no wrong answer is told nobody.cause=Why?");
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
