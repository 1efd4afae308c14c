package chatlab.tutorials;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A question of a chapter, which the experiment answers. */
final class Prediction {
    private static final Pattern MARK = Pattern.compile("\\s*<!--\\s*predict:?\\s*(\\S+)\\s*-->\\s*");
    private static final Pattern ANSWER = Pattern.compile("\\s*<!--\\s*answer:\\s*(\\S+) ([a-z])\\s*-->\\s*");
    private static final Pattern HEADING = Pattern.compile("#+ (.*)");
    private static final Pattern OPTION = Pattern.compile("- ([a-z])\\) (.*)");

    private final String experiment;
    private final String section;
    private final List<String> lines = new ArrayList<>();
    private final Map<String, String> options = new LinkedHashMap<>();
    private String letter = "";
    private String answer = "";
    private String reason = "";

    private Prediction(String experiment, String section) {
        this.experiment = experiment;
        this.section = section;
    }

    static List<Prediction> allOf(Chapter chapter) throws IOException {
        List<Prediction> all = new ArrayList<>();
        Prediction current = null;
        String section = "";
        boolean code = false;
        List<String> lines = Files.readAllLines(chapter.readme());
        for (String line : lines) {
            code ^= line.strip().startsWith("```");
            Matcher mark = MARK.matcher(line);
            Matcher heading = HEADING.matcher(line);
            if (mark.matches()) {
                current = new Prediction(mark.group(1), section);
                all.add(current);
            } else if (heading.matches() && !code) {
                section = heading.group(1);
                current = null;
            } else if (line.startsWith("<!--")) {
                current = current == null || current.isWhole() ? null : current; // a code block may be in a question
            } else if (current != null) {
                current.add(line);
            }
        }
        all.forEach(prediction -> prediction.findAnswer(lines));
        return all;
    }

    /** The answer stands further down, behind a mark: the letter in the mark, the reason in the paragraph below it. */
    private void findAnswer(List<String> page) {
        for (int i = 0; i < page.size(); i++) {
            Matcher mark = ANSWER.matcher(page.get(i));
            if (mark.matches() && mark.group(1).equals(experiment)) {
                answer = mark.group(2);
                reason = page.stream()
                        .skip(i + 1)
                        .takeWhile(line -> !line.isBlank())
                        .map(String::strip)
                        .collect(Collectors.joining(" "));
            }
        }
    }

    private boolean isWhole() {
        return !options.isEmpty();
    }

    /** The question goes on to the last option; what follows is for readers of the page. */
    private void add(String line) {
        Matcher option = OPTION.matcher(line);
        boolean continued = !letter.isEmpty() && line.startsWith("  ");
        if (option.matches()) {
            letter = option.group(1);
            options.put(letter, option.group(2));
        } else if (continued) {
            options.merge(letter, line.strip(), (text, more) -> text + " " + more);
        }
        if (options.isEmpty() || option.matches() || continued) {
            lines.add(line);
        }
    }

    String experiment() {
        return experiment;
    }

    /** The heading in the page under which the question stands. */
    String section() {
        return section;
    }

    /** The question and its options, as Markdown. */
    String question() {
        return String.join("\n", lines) + "\n";
    }

    boolean has(String typed) {
        return options.containsKey(typed);
    }

    /** How many options there are. */
    int count() {
        return options.size();
    }

    boolean isRight(String chosen) {
        return answer.equals(chosen);
    }

    /** The option that the experiment shows to be right. */
    String answer() {
        return option(answer);
    }

    /** Why it is right, as Markdown. */
    String reason() {
        return reason;
    }

    /** Like {@code a, b, c}. */
    String letters() {
        return String.join(", ", options.keySet());
    }

    /** Like {@code b) The same one}. */
    String option(String chosen) {
        return chosen + ") " + options.get(chosen);
    }
}
