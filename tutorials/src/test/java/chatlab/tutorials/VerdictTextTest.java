package chatlab.tutorials;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.tutorials.grading.ExerciseMessages;
import chatlab.tutorials.grading.Requirements;
import chatlab.tutorials.grading.Verdict;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictTextTest {
    private static final Chapter FIRST = new Chapter(1, "what-a-socket-is", Path.of("chapters", "01-what-a-socket-is"));

    @Test
    void undecidedAnswerIsCalledNeitherRightNorWrong() throws Exception {
        Verdict verdict =
                new Verdict(Verdict.UNDECIDED, List.of("no-port"), "form", "a", "b", List.of(), List.of("printed"));
        List<String> lines = new VerdictText(
                        FIRST, Requirements.of(FIRST.exercise()), ExerciseMessages.of(FIRST.exercise()), false)
                .of(verdict);
        assertThat(lines.get(0)).isEqualTo("  ok  kindOfPort returns \"no port\" for each other number.");
        assertThat(String.join(" ", lines))
                .contains("no verdict within 120 seconds")
                .contains("please try again")
                .doesNotContain("Cause:")
                .doesNotContain("Not yet");
    }
}
