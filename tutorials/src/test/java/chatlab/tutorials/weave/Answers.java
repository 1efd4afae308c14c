package chatlab.tutorials.weave;

import chatlab.tutorials.Chapter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The answers to an exercise that its check is tried with, and what it should say to each. */
final class Answers {
    private static final int FEWEST_WRONG = 4;
    private static final int FEWEST_RIGHT = 2;

    private Answers() {}

    /**
     * One answer.
     *
     * @param name like {@code wrong/bound-to-loopback}
     * @param verdict the key that it is to be rejected with: empty for a right answer, "*" where any will do
     */
    record Answer(Chapter chapter, String name, String verdict) {
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
        answers.add(new Answer(chapter, "stub", "*"));
        answers.add(new Answer(chapter, "solution", ""));
        for (String key : folders(chapter, "wrong")) {
            answers.add(new Answer(chapter, "wrong/" + key, key));
        }
        for (String style : folders(chapter, "right")) {
            answers.add(new Answer(chapter, "right/" + style, ""));
        }
        return answers;
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
        return problems;
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
