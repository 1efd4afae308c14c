package chatlab.tutorials;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/** The text of a paragraph, as plain text. */
final class InlineText extends AbstractVisitor {
    private final StringBuilder text = new StringBuilder();

    private InlineText() {}

    /** Of one paragraph of Markdown. */
    static String of(String markdown) {
        return of(Parser.builder().build().parse(markdown).getFirstChild());
    }

    static String of(Node block) {
        InlineText inline = new InlineText();
        inline.visitChildren(block);
        return inline.text.toString();
    }

    @Override
    public void visit(Text node) {
        text.append(node.getLiteral());
    }

    /** Code in quotes, except where it reads as well without them: a name of a method, or code that has quotes of its own. */
    @Override
    public void visit(Code node) {
        String code = node.getLiteral();
        boolean asItIs = code.indexOf(' ') < 0 || code.indexOf('"') >= 0;
        text.append(asItIs ? code : '"' + code + '"');
    }

    @Override
    public void visit(SoftLineBreak node) {
        text.append(' ');
    }

    @Override
    public void visit(HardLineBreak node) {
        text.append(' ');
    }

    @Override
    public void visit(Emphasis node) {
        visitChildren(node);
    }

    @Override
    public void visit(StrongEmphasis node) {
        text.append('*');
        visitChildren(node);
        text.append('*');
    }

    @Override
    public void visit(Link node) {
        visitChildren(node);
        if (node.getDestination().startsWith("http")) {
            text.append(" (").append(node.getDestination()).append(')');
        }
    }

    @Override
    public void visit(Image node) {
        text.append('[').append(Learn.WORDS.get("markdown.drawing")).append(' ');
        visitChildren(node);
        text.append(']');
    }
}
