package chatlab.tutorials;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** The hints for an exercise, from a nudge to nearly the answer. */
final class Hints {
    private Hints() {}

    /** Each as Markdown, with its heading. */
    static List<String> of(Chapter chapter) throws IOException {
        List<String> hints = new ArrayList<>();
        StringBuilder hint = null;
        for (String line : Files.readAllLines(chapter.exercise().resolve("hints.md"))) {
            if (line.startsWith("## ")) {
                if (hint != null) {
                    hints.add(hint.toString());
                }
                hint = new StringBuilder();
            }
            if (hint != null) {
                hint.append(line).append('\n');
            }
        }
        if (hint != null) {
            hints.add(hint.toString());
        }
        return hints;
    }
}
