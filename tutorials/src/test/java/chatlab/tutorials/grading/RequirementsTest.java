package chatlab.tutorials.grading;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.tutorials.grading.Requirements.Requirement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequirementsTest {
    private static final String README = """
            # An exercise

            - not in the list

            ## What must hold

            - The answer is `42`. <!-- step: number; only: number.too-small -->
            - It comes
              at once.
              <!-- step: time; only: late -->
            1. It is wise. <!-- not checked: nobody can -->
            - It is short.

            A sentence that is in no item.

            ## What need not hold

            - It may be printed.
            """;

    @TempDir
    Path exercise;

    @Test
    void eachItemOfTheListIsASentenceWithItsMark() throws IOException {
        Files.writeString(exercise.resolve("README.md"), README);
        Requirements requirements = Requirements.of(exercise);
        assertThat(requirements.all())
                .containsExactly(
                        new Requirement(7, "The answer is `42`.", "number", "number.too-small", ""),
                        new Requirement(8, "It comes at once.", "time", "late", ""),
                        new Requirement(11, "It is wise.", "", "", "nobody can"),
                        new Requirement(12, "It is short.", "", "", ""));
        assertThat(requirements.steps()).containsExactlyInAnyOrder("number", "time");
        assertThat(requirements.sentence("time")).contains("It comes at once.");
        assertThat(requirements.sentence("number.too-small")).isEmpty();
    }

    @Test
    void studentsSeeNoMarks() {
        List<String> shown = Requirements.withoutMarks(README.lines().toList());
        assertThat(shown)
                .containsSequence(
                        "- The answer is `42`.", "- It comes", "  at once.", "1. It is wise.", "- It is short.", "")
                .noneMatch(line -> line.contains("<!--"));
    }
}
