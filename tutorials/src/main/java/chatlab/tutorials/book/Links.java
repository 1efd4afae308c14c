package chatlab.tutorials.book;

import java.nio.file.Files;
import java.nio.file.Path;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;
import org.commonmark.node.Node;

/** Lets links lead to pages of the book. A link to something outside of the book becomes plain text. */
final class Links extends AbstractVisitor {
    private final Path file;
    private final Path root;

    /**
     * @param file the Markdown file with the links
     * @param root the folder of the chapters
     */
    Links(Path file, Path root) {
        this.file = file;
        this.root = root;
    }

    @Override
    public void visit(Link link) {
        visitChildren(link);
        String destination = link.getDestination();
        if (destination.startsWith("http:") || destination.startsWith("https:") || destination.startsWith("#")) {
            return;
        }
        String path = destination.replaceFirst("#.*", "");
        String anchor = destination.substring(path.length());
        Path target = file.resolveSibling(path).normalize();
        if (target.startsWith(root) && Files.isRegularFile(target)) {
            link.setDestination(page(path) + anchor);
        } else if (target.startsWith(root) && Files.exists(target.resolve("README.md"))) {
            link.setDestination(path.replaceFirst("/?$", "/index.html") + anchor);
        } else {
            unlink(link);
        }
    }

    /** Where the book has it. */
    static String page(String path) {
        if (path.endsWith("README.md")) {
            return path.replaceFirst("README\\.md$", "index.html");
        }
        return path.endsWith(".java") ? path + ".html" : path;
    }

    private static void unlink(Link link) {
        Node child = link.getFirstChild();
        while (child != null) {
            Node next = child.getNext();
            link.insertBefore(child);
            child = next;
        }
        link.unlink();
    }
}
