package chatlab.tutorials.weave;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.tutorials.Chapter;
import chatlab.tutorials.grading.Compiler;
import chatlab.tutorials.grading.Requirements;
import chatlab.tutorials.grading.Requirements.Requirement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything in the chapters is true. Transcripts that need other modules are run in kit. */
@Execution(ExecutionMode.CONCURRENT)
class ChaptersTest {
    private static final int MOST_NOT_CHECKED = 3;

    @TempDir
    static Path scratch;

    private static Programs programs;
    private static Trial trial;

    @BeforeAll
    static void prepareForMany() throws Exception {
        programs = new Programs(Map.of()).withArchive(scratch);
        trial = Trial.ofMany(Compiler.find().orElseThrow(), scratch);
    }

    @Test
    void pagesMatchTheirSourcesAndHaveAllParts() throws IOException {
        Inspection inspection = new Inspection(Checkout.ROOT);
        assertThat(inspection.pages(chapters())).isEmpty();
        assertThat(inspection.kit()).isEmpty();
    }

    @Test
    void chaptersAreNumberedInTheirOrder() throws IOException {
        assertThat(chapters()).extracting(Chapter::number).isSorted().doesNotHaveDuplicates();
        assertThat(chapters().get(0).number()).isOne();
    }

    @Test
    void programsAndExperimentsCompileWithoutAWarning() throws IOException {
        for (Chapter chapter : chapters()) {
            Compiler compiler = Compiler.find().orElseThrow();
            assertThat(new Inspection(Checkout.ROOT).sources(chapter, compiler, scratch.resolve("sources")))
                    .isEmpty();
        }
    }

    /** For the author: {@code target/requirements.md} shows the sentences beside their steps. */
    @Test
    void nearlyEachRequirementIsChecked() throws IOException {
        Files.write(Checkout.ROOT.resolve("tutorials/target/requirements.md"), RequirementTable.of(chapters()));
        List<Requirement> notChecked = new ArrayList<>();
        for (Chapter chapter : chapters()) {
            Requirements.of(chapter.exercise()).all().stream()
                    .filter(one -> one.step().isEmpty())
                    .forEach(notChecked::add);
        }
        assertThat(notChecked).hasSizeLessThanOrEqualTo(MOST_NOT_CHECKED);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void programsPrintWhatTheTranscriptShows(Rerun transcript) throws IOException, InterruptedException {
        assertThat(transcript.run(programs)).isEmpty();
    }

    static List<Rerun> programsPrintWhatTheTranscriptShows() throws IOException {
        List<Rerun> transcripts = new ArrayList<>();
        for (Chapter chapter : chapters()) {
            transcripts.addAll(Inspection.transcripts(chapter, Programs::isPlain));
        }
        return transcripts;
    }

    @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
    @MethodSource
    void experimentEndsWithoutAnError(Path experiment) throws IOException, InterruptedException {
        for (Chapter chapter : chapters()) {
            if (experiment.startsWith(chapter.folder())) {
                assertThat(Inspection.experiment(chapter, experiment, programs)).isEmpty();
            }
        }
    }

    static List<Path> experimentEndsWithoutAnError() throws IOException {
        List<Path> experiments = new ArrayList<>();
        for (Chapter chapter : chapters()) {
            experiments.addAll(Inspection.notRun(chapter));
        }
        return experiments;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void checkGivesTheVerdictThatTheAnswerNames(Answers.Answer answer) throws IOException, InterruptedException {
        assertThat(trial.run(answer)).isEmpty();
    }

    /** {@code -Dcourse.answers=causes}: where all answers are judged on another JDK, one of each cause shows the rest. */
    static List<Answers.Answer> checkGivesTheVerdictThatTheAnswerNames() throws IOException {
        boolean causes = System.getProperty("course.answers", "").equals("causes");
        List<Answers.Answer> answers = new ArrayList<>();
        for (Chapter chapter : chapters()) {
            answers.addAll(causes ? Answers.ofEachCause(chapter) : Answers.of(chapter));
        }
        return answers;
    }

    private static List<Chapter> chapters() throws IOException {
        return new Inspection(Checkout.ROOT).course().chapters();
    }
}
