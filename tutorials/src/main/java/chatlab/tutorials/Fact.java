package chatlab.tutorials;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the progress file knows about a chapter. These names stand in the student's files: they stay as they are. */
final class Fact {
    static final String STARTED = "started";
    static final String READ = "read";
    static final String PREDICTED = "predicted";
    static final String HINTS = "hints";
    static final String TRIED = "tried";
    static final String PASSED = "passed";
    static final String SOLUTION = "solution";

    private Fact() {}

    /** The letters that were predicted, by the names of the experiments. */
    static Map<String, String> predictions(Progress progress, Chapter chapter) {
        Map<String, String> letters = new LinkedHashMap<>();
        for (String prediction : progress.get(chapter, PREDICTED).orElse("").split(",")) {
            String[] parts = prediction.split(":", 2);
            if (parts.length == 2) {
                letters.put(parts[0], parts[1]);
            }
        }
        return letters;
    }

    static int number(Progress progress, Chapter chapter, String fact) {
        try {
            return Math.max(0, Integer.parseInt(progress.get(chapter, fact).orElse("0")));
        } catch (NumberFormatException e) {
            return 0; // the file was edited
        }
    }
}
