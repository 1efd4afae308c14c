package chatlab.tutorials.weave;

import chatlab.tutorials.Chapter;
import chatlab.tutorials.grading.Requirements;
import chatlab.tutorials.grading.Requirements.Requirement;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What must hold for the answer to each exercise: the sentence, the step that checks it, and a wrong answer that only it refuses. */
final class RequirementTable {
    private RequirementTable() {}

    /** In Markdown, a table for each chapter. */
    static List<String> of(List<Chapter> chapters) throws IOException {
        List<String> lines = new ArrayList<>(List.of("# What must hold, and what checks it"));
        for (Chapter chapter : chapters) {
            lines.addAll(List.of("", "## " + chapter.number() + ". " + chapter.title(), ""));
            lines.addAll(List.of("| sentence | step | refused by this step alone |", "|---|---|---|"));
            for (Requirement one : Requirements.of(chapter.exercise()).all()) {
                String step = one.step().isEmpty() ? "not checked: " + one.notChecked() : one.step();
                lines.add("| " + one.sentence().replace("|", "\\|") + " | " + step + " | " + one.onlyRefuses() + " |");
            }
        }
        return lines;
    }
}
