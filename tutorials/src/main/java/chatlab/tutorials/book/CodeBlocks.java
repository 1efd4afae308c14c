package chatlab.tutorials.book;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/** Renders blocks of code. */
final class CodeBlocks implements NodeRenderer {
    private final HtmlWriter html;

    CodeBlocks(HtmlNodeRendererContext context) {
        this.html = context.getWriter();
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(FencedCodeBlock.class);
    }

    @Override
    public void render(Node node) {
        FencedCodeBlock block = (FencedCodeBlock) node;
        String language = block.getInfo() == null ? "" : block.getInfo().strip();
        html.line();
        // it can be scrolled by keyboard, too; in one order, so that each build makes the same book
        html.tag("pre", new TreeMap<>(Map.of("tabindex", "0", "class", "code " + language)));
        html.tag("code");
        html.raw(coloured(language, block.getLiteral()));
        html.tag("/code");
        html.tag("/pre");
        html.line();
    }

    private static String coloured(String language, String code) {
        switch (language) {
            case "java":
                return JavaColours.of(code);
            case "console":
                return ConsoleColours.of(code);
            default:
                return Html.escaped(code);
        }
    }
}
