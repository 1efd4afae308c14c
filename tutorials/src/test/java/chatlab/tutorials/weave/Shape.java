package chatlab.tutorials.weave;

import chatlab.tutorials.Chapter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Whether a chapter has all its parts, in their order, and is not too long. */
final class Shape {
    private static final int MOST_WORDS = 2500;
    private static final List<String> PARTS =
            List.of("Predict", "Run", "Investigate", "Modify", "Make", "What you know now");

    private Shape() {}

    static List<Problem> check(Chapter chapter, Page page) throws IOException {
        List<Problem> problems = new ArrayList<>();
        if (page.lines.size() < 2 || !page.lines.get(0).matches("# " + chapter.number() + "\\. \\S.*")) {
            problems.add(new Problem(page.file, 1, "should begin with \"# " + chapter.number() + ". \" and the title"));
        }
        if (page.lines.stream().limit(4).noneMatch(line -> line.matches("\\*About \\d+( to \\d+)? minutes\\..*\\*"))) {
            problems.add(new Problem(page.file, 2, "should say \"*About N to M minutes. You need ...*\""));
        }
        List<String> headings = page.lines.stream()
                .filter(line -> line.startsWith("## "))
                .map(line -> line.substring(3).strip())
                .collect(Collectors.toList());
        List<String> parts = headings.stream().filter(PARTS::contains).collect(Collectors.toList());
        if (!parts.equals(PARTS)) {
            problems.add(new Problem(page.file, 0, "has the parts " + parts + " and should have " + PARTS));
        }
        int words = words(page);
        if (words > MOST_WORDS) {
            problems.add(new Problem(page.file, 0, words + " words are more than " + MOST_WORDS));
        }
        problems.addAll(predictions(chapter, page));
        return problems;
    }

    private static List<Problem> predictions(Chapter chapter, Page page) throws IOException {
        List<Problem> problems = new ArrayList<>();
        List<Mark> marks = page.marks("predict");
        if (marks.isEmpty()) {
            problems.add(new Problem(page.file, 0, "asks for no prediction"));
        }
        for (Mark mark : marks) {
            Path experiment = chapter.folder().resolve("experiment").resolve(mark.argument() + ".java");
            if (!Files.exists(experiment)) {
                problems.add(new Problem(page.file, mark.line(), "there is no experiment " + mark.argument()));
            }
            long options = page.lines.stream()
                    .skip(mark.line())
                    .takeWhile(line -> !line.startsWith("## ") && !line.startsWith("<!-- predict"))
                    .filter(line -> line.matches("- [a-z]\\) .*"))
                    .count();
            List<Mark> answers = page.marks("answer").stream()
                    .filter(answer -> answer.argument().matches(mark.argument() + " [a-z]"))
                    .collect(Collectors.toList());
            if (answers.size() != 1 || answers.get(0).line() < mark.line()) {
                problems.add(new Problem(
                        page.file, mark.line(), "wants one mark answer: " + mark.argument() + " LETTER further down"));
            }
            if (options < 2) {
                problems.add(new Problem(page.file, mark.line(), "a prediction needs options: - a) ..."));
            }
        }
        return problems;
    }

    /** Words of prose: not of blocks, marks and tables' rules. */
    static int words(Page page) {
        int count = 0;
        boolean code = false;
        for (String line : page.lines) {
            if (line.strip().startsWith("```")) {
                code = !code;
            } else if (!code && !line.strip().startsWith("<")) {
                for (String word : line.strip().split("\\s+")) {
                    count += word.chars().anyMatch(Character::isLetterOrDigit) ? 1 : 0;
                }
            }
        }
        return count;
    }
}
