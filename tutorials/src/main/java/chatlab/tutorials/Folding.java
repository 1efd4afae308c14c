package chatlab.tutorials;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines that fit. */
final class Folding {
    private Folding() {}

    /**
     * Breaks between words. A word that is too long by itself stays whole, so that a path can be copied.
     *
     * @param indent what all lines but the first begin with
     */
    static List<String> fold(String text, int width, String indent) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\n", -1)) {
            StringBuilder line = new StringBuilder(lines.isEmpty() ? "" : indent);
            boolean empty = true;
            for (String word : words(paragraph)) {
                if (!empty && length(line) + 1 + length(word) > width) {
                    lines.add(line.toString().stripTrailing());
                    line = new StringBuilder(indent);
                    empty = true;
                }
                line.append(empty ? "" : " ").append(word);
                empty = false;
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    /** Leading spaces belong to the first word; where there are several between two, they stay. */
    private static String[] words(String paragraph) {
        String stripped = paragraph.stripLeading();
        String margin = paragraph.substring(0, paragraph.length() - stripped.length());
        String[] words = stripped.split(" ");
        words[0] = margin + words[0];
        return words;
    }

    private static int length(CharSequence text) {
        return (int) text.codePoints().count();
    }
}
