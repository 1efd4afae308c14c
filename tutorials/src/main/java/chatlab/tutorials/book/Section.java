package chatlab.tutorials.book;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.heading.anchor.IdGenerator;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;

/** A page in sections, for the search: each has a heading, an anchor, and a text. */
record Section(String heading, String anchor, String text) {
    static List<Section> of(String markdown) {
        IdGenerator ids = IdGenerator.builder().build(); // the same anchors as in the page, in the same order
        List<Section> sections = new ArrayList<>();
        String heading = "";
        String anchor = "";
        StringBuilder text = new StringBuilder();
        for (Node node = Prose.parse(markdown).getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Heading) {
                add(sections, heading, anchor, text);
                heading = Prose.text(node);
                anchor = ids.generateId(heading);
                text.setLength(0);
            } else {
                text.append(Prose.text(node)).append(' ');
            }
        }
        add(sections, heading, anchor, text);
        return sections;
    }

    private static void add(List<Section> sections, String heading, String anchor, StringBuilder text) {
        if (!heading.isEmpty()) {
            sections.add(new Section(
                    heading,
                    anchor,
                    text.toString()
                            .replaceAll("<[^>]*>", " ")
                            .replaceAll("\\s+", " ")
                            .strip()));
        }
    }
}
