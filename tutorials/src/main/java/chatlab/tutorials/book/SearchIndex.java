package chatlab.tutorials.book;

import java.util.ArrayList;
import java.util.List;

/** What can be searched, as a script: a page that was opened as a file may load nothing else. */
final class SearchIndex {
    private final List<String> entries = new ArrayList<>();

    /** @param url from the book's root */
    void add(String page, String url, String markdown) {
        for (Section section : Section.of(markdown)) {
            boolean first = section.heading().equals(page);
            entries.add("[" + quoted(first ? page : page + " - " + section.heading()) + ","
                    + quoted(url + "#" + section.anchor()) + "," + quoted(section.text()) + "]");
        }
    }

    String script() {
        return "const SECTIONS = [\n" + String.join(",\n", entries) + "\n];\n";
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c < 32 || c == '"' || c == '\\' || c == '<' || c == 0x2028 || c == 0x2029) {
                quoted.append(String.format("\\u%04x", c));
            } else {
                quoted.append((char) c);
            }
        });
        return quoted.append('"').toString();
    }
}
