package chatlab.tutorials;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;

/** Markdown as plain text for a terminal: wrapped, without colours, code moved in by four columns. */
final class MarkdownText {
    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();
    /** A line before something that a page folds away, such as an answer: the reader should decide before it is seen. */
    static final String FOLD = "\f";

    private static final String CODE_MARGIN = "    ";

    private final int width;
    private final List<String> lines = new ArrayList<>();

    private MarkdownText(int width) {
        this.width = width;
    }

    /** @param shown turns a text into what the terminal shows, which may be longer: so it is called before lines are folded */
    static List<String> of(String markdown, int width, UnaryOperator<String> shown) {
        MarkdownText text = new MarkdownText(width);
        Node document = PARSER.parse(markdown);
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Text words) {
                words.setLiteral(shown.apply(words.getLiteral()));
            }

            @Override
            public void visit(Code code) {
                code.setLiteral(shown.apply(code.getLiteral()));
            }
        });
        text.children(document, "");
        while (!text.lines.isEmpty() && text.lines.get(text.lines.size() - 1).isEmpty()) {
            text.lines.remove(text.lines.size() - 1);
        }
        return text.lines;
    }

    private void children(Node parent, String margin) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            block(node, margin);
        }
    }

    private void block(Node node, String margin) {
        if (node instanceof Heading) {
            heading((Heading) node);
        } else if (node instanceof Paragraph) {
            paragraph(InlineText.of(node), margin, margin);
        } else if (node instanceof FencedCodeBlock) {
            code(((FencedCodeBlock) node).getLiteral(), margin);
        } else if (node instanceof IndentedCodeBlock) {
            code(((IndentedCodeBlock) node).getLiteral(), margin);
        } else if (node instanceof BulletList || node instanceof OrderedList) {
            list(node, margin);
        } else if (node instanceof BlockQuote) {
            children(node, margin + "| ");
        } else if (node instanceof TableBlock) {
            lines.addAll(TableText.of((TableBlock) node, width));
            lines.add("");
        } else if (node instanceof HtmlBlock) {
            html(((HtmlBlock) node).getLiteral(), margin);
        } else if (node instanceof ThematicBreak) {
            lines.add("-".repeat(width));
            lines.add("");
        }
    }

    private void heading(Heading heading) {
        String title = InlineText.of(heading);
        if (!lines.isEmpty()) {
            lines.add("");
        }
        lines.addAll(Folding.fold(title, width, ""));
        lines.add((heading.getLevel() == 1 ? "=" : "-").repeat(Math.min(width, title.length())));
        lines.add("");
    }

    private void paragraph(String text, String first, String margin) {
        lines.addAll(Folding.fold(first + text, width, margin));
        lines.add("");
    }

    private void code(String literal, String margin) {
        literal.stripTrailing().lines().forEach(line -> lines.add((margin + CODE_MARGIN + line).stripTrailing()));
        lines.add("");
    }

    private void list(Node list, String margin) {
        int number = list instanceof OrderedList && ((OrderedList) list).getMarkerStartNumber() != null
                ? ((OrderedList) list).getMarkerStartNumber()
                : 1;
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            String bullet = list instanceof OrderedList ? number++ + ". " : "- ";
            item((ListItem) item, margin, bullet);
        }
        if (isTight(list)) {
            lines.add("");
        }
    }

    private void item(ListItem item, String margin, String bullet) {
        String inner = margin + " ".repeat(bullet.length());
        Node first = item.getFirstChild();
        if (!(first instanceof Paragraph)) {
            lines.add(margin + bullet.strip());
            children(item, inner);
            return;
        }
        lines.addAll(Folding.fold(margin + bullet + InlineText.of(first), width, inner));
        if (!isTight(item.getParent()) || first.getNext() != null) {
            lines.add("");
        }
        for (Node node = first.getNext(); node != null; node = node.getNext()) {
            block(node, inner);
        }
    }

    private static boolean isTight(Node list) {
        return ((org.commonmark.node.ListBlock) list).isTight();
    }

    /** Marks are for the build. Of an answer that is folded away, the terminal shows the heading and, after a stop, the answer. */
    private void html(String literal, String margin) {
        String text = literal.replaceAll("(?s)<!--.*?-->", "")
                .replaceAll("<[^>]*>", "")
                .strip();
        if (!text.isEmpty()) {
            lines.add(FOLD);
            paragraph(text + ":", margin, margin);
        }
    }
}
