package chatlab.tutorials.grading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What must hold for an answer, as the README of the exercise says it: each item of the list under "What must hold" is one
 * sentence, and one step of the check. A mark behind the sentence names the step, and a wrong answer that this step alone
 * refuses: {@code <!-- step: copy; only: hands-out-the-list -->}.
 */
public final class Requirements {
    /** The heading of the list. */
    public static final String HEADING = "## What must hold";

    private static final Pattern ITEM = Pattern.compile("(?:-|\\d+\\.) +(.*)");
    private static final Pattern MARK = Pattern.compile(
            "(?<sentence>.*\\S)\\s*<!--\\s*(?:step: (?<step>[a-z0-9-]+); only: (?<only>[a-z0-9.-]+)|not checked: (?<reason>.+?))\\s*-->");

    /**
     * One of them.
     *
     * @param line where it begins in the README, from 1
     * @param sentence Markdown in one line
     * @param step the step that checks it; empty where no step does, or where the mark is missing
     * @param onlyRefuses the name of a wrong answer that passes when this step is left out
     * @param notChecked the reason why no step checks it, or empty
     */
    public record Requirement(int line, String sentence, String step, String onlyRefuses, String notChecked) {
        private static Requirement of(int line, String item) {
            Matcher mark = MARK.matcher(item);
            return mark.matches()
                    ? new Requirement(
                            line,
                            mark.group("sentence"),
                            group(mark, "step"),
                            group(mark, "only"),
                            group(mark, "reason"))
                    : new Requirement(line, item, "", "", "");
        }

        private static String group(Matcher mark, String name) {
            return mark.group(name) == null ? "" : mark.group(name);
        }
    }

    private final List<Requirement> all;

    private Requirements(List<Requirement> all) {
        this.all = List.copyOf(all);
    }

    /** Those of this exercise, in the order of the README. */
    public static Requirements of(Path exercise) throws IOException {
        List<Requirement> all = new ArrayList<>();
        StringBuilder item = new StringBuilder();
        int line = 0;
        int first = 0;
        boolean inList = false;
        for (String text : Files.readAllLines(exercise.resolve("README.md"))) {
            line++;
            Matcher begin = ITEM.matcher(text);
            if (item.length() > 0 && !(text.startsWith("  ") && !text.isBlank())) {
                all.add(Requirement.of(first, item.toString()));
                item.setLength(0);
            }
            if (text.startsWith("## ")) {
                inList = text.equals(HEADING);
            } else if (inList && begin.matches()) {
                item.append(begin.group(1).strip());
                first = line;
            } else if (item.length() > 0) {
                item.append(' ').append(text.strip());
            }
        }
        if (item.length() > 0) {
            all.add(Requirement.of(first, item.toString()));
        }
        return new Requirements(all);
    }

    public List<Requirement> all() {
        return all;
    }

    /** The steps that the sentences name. */
    public Set<String> steps() {
        return all.stream()
                .map(Requirement::step)
                .filter(step -> !step.isEmpty())
                .collect(Collectors.toSet());
    }

    /** The sentence that this step checks. */
    public Optional<String> sentence(String step) {
        return all.stream()
                .filter(one -> one.step().equals(step))
                .map(Requirement::sentence)
                .findFirst();
    }

    /** The README as the student sees it: the marks are for authors. */
    public static List<String> withoutMarks(List<String> lines) {
        List<String> shown = new ArrayList<>();
        for (String line : lines) {
            String without = line.replaceFirst("\\s*<!--\\s*(step|not checked):.*-->", "");
            if (!without.isBlank() || line.isBlank()) {
                shown.add(without);
            }
        }
        return shown;
    }
}
