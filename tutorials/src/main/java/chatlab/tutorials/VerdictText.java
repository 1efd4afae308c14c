package chatlab.tutorials;

import chatlab.tutorials.grading.ExerciseMessages;
import chatlab.tutorials.grading.Requirements;
import chatlab.tutorials.grading.Verdict;
import java.util.ArrayList;
import java.util.List;

/** A verdict in words for the student: the steps that passed, and for the step that failed, what was expected, what was seen, and why if that is proved. */
final class VerdictText {
    private final Chapter chapter;
    private final Requirements requirements;
    private final ExerciseMessages messages;
    private final boolean last;
    private final List<String> lines = new ArrayList<>();

    /** {@code last}: there is no chapter after this one. */
    VerdictText(Chapter chapter, Requirements requirements, ExerciseMessages messages, boolean last) {
        this.chapter = chapter;
        this.requirements = requirements;
        this.messages = messages;
        this.last = last;
    }

    List<String> of(Verdict verdict) {
        verdict.passed().forEach(step -> add(Learn.WORDS.get("check.passed"), sentence(step)));
        if (verdict.accepted()) {
            lines.add("");
            add("", Learn.WORDS.get("check.all-passed", verdict.passed().size()));
            add("", Learn.WORDS.get(last ? "check.last" : "check.next", chapter.number(), chapter.number() + 1));
            return lines;
        }
        if (verdict.undecided()) {
            lines.add("");
            add("", messages.get(verdict.key() + ".cause"));
            return lines;
        }
        add(Learn.WORDS.get("check.failed"), verdict.step().isEmpty() ? "" : sentence(verdict.step()));
        lines.add("");
        add(Learn.WORDS.get("check.expected"), verdict.expected());
        add(Learn.WORDS.get("check.seen"), verdict.seen());
        list("check.threads", verdict.threads());
        list("check.printed", verdict.printed());
        if (messages.has(verdict.key() + ".cause")) {
            lines.add("");
            add(Learn.WORDS.get("check.cause"), messages.get(verdict.key() + ".cause"));
        }
        lines.add("");
        add("", Learn.WORDS.get("check.not-yet", verdict.passed().size(), chapter.number()));
        return lines;
    }

    private String sentence(String step) {
        return requirements.sentence(step).map(InlineText::of).orElse(step);
    }

    /** The label stands before the first line, and the others begin below the text. */
    private void add(String label, String text) {
        String margin = label;
        for (String line : Folding.fold(text, Output.WIDTH - label.length(), "")) {
            lines.add((margin + line).stripTrailing());
            margin = " ".repeat(label.length());
        }
    }

    private void list(String title, List<String> entries) {
        if (!entries.isEmpty()) {
            lines.add("");
            lines.add(Learn.WORDS.get(title));
            entries.forEach(entry -> lines.addAll(Folding.fold("  " + entry, Output.WIDTH, "    ")));
        }
    }
}
