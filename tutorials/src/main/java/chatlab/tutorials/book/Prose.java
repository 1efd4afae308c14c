package chatlab.tutorials.book;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.node.BulletList;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;

/** Markdown as HTML. */
final class Prose {
    private static final List<Extension> EXTENSIONS =
            List.of(TablesExtension.create(), HeadingAnchorExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final HtmlRenderer HTML = HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .nodeRendererFactory(CodeBlocks::new)
            .attributeProviderFactory(context -> Prose::addClass)
            .build();
    private static final TextContentRenderer TEXT =
            TextContentRenderer.builder().build();

    private Prose() {}

    /**
     * A page of the course.
     *
     * @param file where it stands, for its links
     * @param root the folder of the chapters, which links may lead into
     */
    static String of(String markdown, Path file, Path root) {
        Node page = parse(markdown);
        page.accept(new Links(file, root));
        // a table may be wider than a phone, and is then moved by itself
        return HTML.render(page)
                .replace("<table>", "<div class=\"table\" tabindex=\"0\"><table>")
                .replace("</table>", "</table></div>");
    }

    /** Some Markdown without links. */
    static String of(String markdown) {
        return HTML.render(parse(markdown));
    }

    /** Without the lines that only the build reads. Blank lines around them remain: they may end a paragraph or a block of HTML. */
    static Node parse(String markdown) {
        return PARSER.parse(markdown.replaceAll("(?m)^[ \\t]*<!--.*-->[ \\t]*\\R?", ""));
    }

    /** Options begin with a letter of their own, and need no mark of the list. A drawing may be wider than a phone. */
    private static void addClass(Node node, String tag, Map<String, String> attributes) {
        if (node instanceof BulletList
                && text(node.getFirstChild().getFirstChild()).matches("(?s)[a-z]\\) .*")) {
            attributes.put("class", "options");
        } else if (node instanceof Paragraph && node.getFirstChild() instanceof Image) {
            attributes.put("class", "drawing");
            attributes.put("tabindex", "0");
        }
    }

    static String text(Node node) {
        return TEXT.render(node).strip();
    }
}
