package chatlab.tutorials.weave;

import chatlab.tutorials.Chapter;
import chatlab.tutorials.grading.ExerciseMessages;
import chatlab.tutorials.grading.Requirements;
import chatlab.tutorials.grading.Requirements.Requirement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The answers to an exercise that its check is tried with, and what it should say to each. The folder of a wrong answer has the
 * key of its cause as its name, and may have more behind a point: {@code no-lock.in-leave}.
 */
final class Answers {
    private static final int FEWEST_WRONG = 4;
    private static final int FEWEST_RIGHT = 2;
    private static final Pattern LIST = Pattern.compile("(#|- |\\d+\\. |  +\\S).*|");
    private static final Pattern MUST = Pattern.compile("\\bmust\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern SECOND_SENTENCE = Pattern.compile("[.!?] +\\p{Lu}");

    private Answers() {}

    /**
     * One answer.
     *
     * @param name like {@code wrong/bound-to-loopback}
     * @param verdict the key that it is to be rejected with: empty for a right answer, "*" where any will do
     * @param onlyStep the only step that is to refuse it, or empty where more of them may
     */
    record Answer(Chapter chapter, String name, String verdict, String onlyStep) {
        Path folder() {
            return chapter.exercise().resolve(name);
        }

        @Override
        public String toString() {
            return chapter.folderName() + " " + name;
        }
    }

    /** All answers of a chapter. */
    static List<Answer> of(Chapter chapter) throws IOException {
        List<Answer> answers = new ArrayList<>();
        answers.add(new Answer(chapter, "stub", "*", ""));
        answers.add(new Answer(chapter, "solution", "", ""));
        Requirements requirements = Requirements.of(chapter.exercise());
        for (String name : folders(chapter, "wrong")) {
            String onlyStep = requirements.all().stream()
                    .filter(one -> one.onlyRefuses().equals(name))
                    .map(Requirement::step)
                    .findFirst()
                    .orElse("");
            answers.add(new Answer(chapter, "wrong/" + name, name.split("\\.")[0], onlyStep));
        }
        for (String style : folders(chapter, "right")) {
            answers.add(new Answer(chapter, "right/" + style, "", ""));
        }
        return answers;
    }

    /** The right answers, the stub, each wrong answer that only one step refuses, and one with each other verdict. */
    static List<Answer> ofEachCause(Chapter chapter) throws IOException {
        List<Answer> answers = of(chapter);
        List<Answer> kept = new ArrayList<>();
        Set<String> verdicts = new HashSet<>();
        for (Answer answer : answers) {
            if (answer.verdict().isEmpty() || !answer.onlyStep().isEmpty()) {
                kept.add(answer);
                verdicts.add(answer.verdict());
            }
        }
        answers.stream().filter(answer -> verdicts.add(answer.verdict())).forEach(kept::add);
        return kept;
    }

    /** Whether there are enough of them, and of all that belongs to an exercise. */
    static List<Problem> check(Chapter chapter) throws IOException {
        Path exercise = chapter.exercise();
        List<Problem> problems = new ArrayList<>();
        for (String file : List.of("README.md", "hints.md", "messages.properties", "Check.java", "stub", "solution")) {
            if (!Files.exists(exercise.resolve(file))) {
                problems.add(new Problem(exercise, 0, file + " is missing"));
            }
        }
        if (!problems.isEmpty()) {
            return problems;
        }
        if (folders(chapter, "wrong").size() < FEWEST_WRONG) {
            problems.add(new Problem(exercise, 0, "has less than " + FEWEST_WRONG + " wrong answers"));
        }
        if (folders(chapter, "right").size() < FEWEST_RIGHT) {
            problems.add(new Problem(exercise, 0, "has less than " + FEWEST_RIGHT + " other right answers"));
        }
        long hints = Files.readAllLines(exercise.resolve("hints.md")).stream()
                .filter(line -> line.startsWith("## "))
                .count();
        if (hints < 3 || hints > 4) {
            problems.add(new Problem(exercise.resolve("hints.md"), 0, "has " + hints + " hints instead of 3 or 4"));
        }
        problems.addAll(requirements(chapter));
        return problems;
    }

    /** Whether each sentence has a step, and each step a sentence and a wrong answer of its own. {@link Trial} tries them. */
    private static List<Problem> requirements(Chapter chapter) throws IOException {
        Path page = chapter.exercise().resolve("README.md");
        List<Problem> problems = new ArrayList<>();
        Set<String> steps = new HashSet<>();
        for (Requirement one : Requirements.of(chapter.exercise()).all()) {
            if (one.step().isEmpty() && one.notChecked().isEmpty()) {
                problems.add(new Problem(page, one.line(), "names no step that checks it: " + one.sentence()));
            }
            if (SECOND_SENTENCE
                    .matcher(one.sentence().replaceAll("`[^`]*`", "code"))
                    .find()) {
                problems.add(new Problem(page, one.line(), "is more than one sentence: " + one.sentence()));
            }
            if (!one.step().isEmpty() && !steps.add(one.step())) {
                problems.add(new Problem(page, one.line(), "names a step that another sentence has: " + one.step()));
            }
            if (ExerciseMessages.isShared(one.step() + ".cause")) {
                problems.add(
                        new Problem(page, one.line(), "names a step like a cause of all exercises: " + one.step()));
            }
            if (!one.onlyRefuses().isEmpty() && !folders(chapter, "wrong").contains(one.onlyRefuses())) {
                problems.add(new Problem(page, one.line(), "there is no wrong answer " + one.onlyRefuses()));
            }
        }
        if (steps.isEmpty()) {
            problems.add(new Problem(page, 0, "has no list under \"" + Requirements.HEADING + '"'));
        }
        problems.addAll(outsideTheList(page));
        problems.addAll(causes(chapter));
        return problems;
    }

    /** A sentence that says what must hold, and stands where no step is named for it. */
    private static List<Problem> outsideTheList(Path page) throws IOException {
        List<Problem> problems = new ArrayList<>();
        String section = "";
        int line = 0;
        for (String text : Files.readAllLines(page)) {
            line++;
            section = text.startsWith("## ") ? text : section;
            boolean inList = section.equals(Requirements.HEADING);
            if (inList && !LIST.matcher(text).matches()
                    || !inList && MUST.matcher(text).find()) {
                problems.add(new Problem(page, line, "may be a requirement outside of the list: " + text));
            }
        }
        return problems;
    }

    /** A cause is named only where the check has proved it: a wrong answer shows that it does. */
    private static List<Problem> causes(Chapter chapter) throws IOException {
        Path file = chapter.exercise().resolve("messages.properties");
        Set<String> heard = new HashSet<>();
        for (Answer answer : of(chapter)) {
            heard.add(answer.verdict() + ".cause");
        }
        return Files.readAllLines(file).stream()
                .filter(line -> line.contains(".cause=") && !heard.contains(line.substring(0, line.indexOf('='))))
                .map(line -> new Problem(file, 0, "no wrong answer is told " + line))
                .collect(Collectors.toList());
    }

    private static List<String> folders(Chapter chapter, String of) throws IOException {
        Path folder = chapter.exercise().resolve(of);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isDirectory)
                    .map(entry -> entry.getFileName().toString())
                    .sorted()
                    .collect(Collectors.toList());
        }
    }
}
