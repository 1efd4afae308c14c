package chatlab.tutorials;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A question of a chapter, which the experiment answers. */
final class Prediction {
    private static final Pattern MARK = Pattern.compile("\\s*<!--\\s*predict:?\\s*(\\S+)\\s*-->\\s*");
    private static final Pattern OPTION = Pattern.compile("- ([a-z])\\) (.*)");

    private final String experiment;
    private final List<String> lines = new ArrayList<>();
    private final Map<String, String> options = new LinkedHashMap<>();
    private String letter = "";

    private Prediction(String experiment) {
        this.experiment = experiment;
    }

    static List<Prediction> allOf(Chapter chapter) throws IOException {
        List<Prediction> all = new ArrayList<>();
        Prediction current = null;
        for (String line : Files.readAllLines(chapter.readme())) {
            Matcher mark = MARK.matcher(line);
            if (mark.matches()) {
                current = new Prediction(mark.group(1));
                all.add(current);
            } else if (line.startsWith("#") || line.startsWith("<!--")) {
                current = null;
            } else if (current != null) {
                current.add(line);
            }
        }
        return all;
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

    /** The question and its options, as Markdown. */
    String question() {
        return String.join("\n", lines) + "\n";
    }

    boolean has(String typed) {
        return options.containsKey(typed);
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
