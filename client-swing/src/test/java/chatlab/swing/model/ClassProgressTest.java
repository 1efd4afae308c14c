package chatlab.swing.model;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.protocol.CourseQuestion;
import chatlab.swing.model.ClassProgress.Step;
import chatlab.swing.model.ClassProgress.Student;
import chatlab.tutorials.Course;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the students have done in the course, as the client of the instructor ada is told of it. */
class ClassProgressTest {
    private final Story ada = Story.of("ada", "bob", "cyd");
    private final ClassProgress progress = ada.chat.progress();

    @Test
    void furthestStepOfAChapterIsKnownInWhateverOrderTheStepsCome() {
        ada.server(
                did("bob", "5", "tried", 2),
                did("bob", "5", "read", 0),
                did("BOB", "5.2", "predicted=c", 1),
                did("bob", "6", "cheated", 3));
        Student bob = progress.inNeedOfHelp(5).get(0);
        assertThat(bob.furthest(5)).contains(Step.TRIED);
        assertThat(bob.done(5)).containsOnlyKeys(Step.READ, Step.PREDICTED, Step.TRIED);
        assertThat(bob.furthest(6)).isEmpty();
        ada.server(did("bob", "5", "passed", 4), did("bob", "5", "solution", 5));
        assertThat(progress.inNeedOfHelp(5).get(0).furthest(5)).contains(Step.PASSED);
    }

    @Test
    void studentThatTriesForLongestWithoutAReportIsOnTop() {
        ada.server(
                did("pat", "5", "passed", 0),
                did("new", "4", "passed", 1),
                did("late", "5", "tried", 9),
                did("long", "5", "tried", 3),
                did("hint", "5", "hint", 5),
                did("read", "5", "read", 2));
        assertThat(names(5)).containsExactly("long", "hint", "late", "read", "new", "pat");
        ada.server(did("long", "6", "read", 20));
        assertThat(names(5)).startsWith("hint", "late", "long");
        assertThat(names(4)).startsWith("pat").endsWith("new");
    }

    @Test
    void chapterOfTheClassIsThatInWhichMostStudentsHaveReportedLast() {
        assertThat(progress.chapterOfTheClass()).isEqualTo(1);
        ada.server(did("a", "3", "passed", 1), did("b", "3", "read", 1), did("c", "9", "read", 1));
        assertThat(progress.chapterOfTheClass()).isEqualTo(3);
        ada.server(did("a", "9", "read", 1));
        assertThat(progress.chapterOfTheClass()).isEqualTo(9);
    }

    @Test
    void serverIsAskedOnceForEachConnectionAndNothingIsToldInTheConversation() {
        ada.actions.askProgress();
        ada.sends();
        ada.server("NOTE code=op");
        ada.actions.askProgress();
        ada.actions.askProgress();
        assertThat(ada.sent()).hasSize(1);
        ada.server(did("bob", "5", "read", 0), did("cyd", "5", "read", 0));
        assertThat(progress.isComplete()).isFalse();
        ada.server("END re=" + ada.tag("progress"));
        assertThat(progress.isComplete()).isTrue();
        assertThat(names(5)).containsExactly("bob", "cyd");
        ada.actions.askProgress();
        ada.sends();
        ada.shows();

        ada.losesAndReconnects();
        ada.hello("you=ada");
        ada.server("NOTE code=op");
        ada.sent();
        ada.actions.askProgress();
        ada.server(did("bob", "5", "read", 0), "END re=" + ada.tag("progress"));
        assertThat(names(5)).as("cyd was forgotten").containsExactly("bob");
        ada.sent();
        ada.server("NOTE code=forgotten");
        ada.actions.askProgress();
        assertThat(ada.sent()).hasSize(1);
    }

    @Test
    void serverIsAskedAgainOfAUserThatIsAnInstructorOnceMore() {
        ada.server("NOTE code=op");
        ada.actions.askProgress();
        ada.server("END re=" + ada.tag("progress"), "NOTE code=deop");
        ada.sent();
        ada.actions.askProgress();
        ada.sends();
        ada.server("NOTE code=op");
        ada.actions.askProgress();
        assertThat(ada.sent()).as("the server tells students nothing").hasSize(1);
    }

    @Test
    void progressThatTheUserTypesIsToldInTheConversation() {
        ada.server("NOTE code=op");
        ada.types("/progress");
        ada.actions.askProgress();
        ada.server(did("bob", "5", "read", 0), "END re=" + ada.tag("progress"));
        ada.shows("* bob: 5 read");
        assertThat(progress.isComplete()).isTrue();
    }

    @Test
    void studentsAndChaptersHaveALimit() throws IOException {
        IntStream.rangeClosed(1, 2 * ClassProgress.MAX_STUDENTS)
                .forEach(i -> ada.server(did("p" + i, "1", "read", 0), did("p" + i, "99", "read", 0)));
        assertThat(progress.inNeedOfHelp(1)).hasSize(ClassProgress.MAX_STUDENTS);
        assertThat(progress.questions()).hasSize(ClassProgress.CHAPTERS);
        assertThat(Course.builtIn().chapters()).hasSize(ClassProgress.CHAPTERS);
    }

    @Test
    void secondQuestionOfAChapterIsKnownOnceItIsAnswered() {
        ada.server(did("bob", "7.2", "predicted", 0));
        assertThat(progress.questions()).contains(new CourseQuestion(7), new CourseQuestion(7, 2));
    }

    private List<String> names(int chapter) {
        return progress.inNeedOfHelp(chapter).stream().map(Student::name).toList();
    }

    private static String did(String name, String question, String fact, int minute) {
        Instant at = Instant.parse(Story.NOW).plusSeconds(60L * minute);
        return "DID name=" + name + " chapter=" + question + " fact=" + fact + " at=" + at;
    }
}
