package chatlab.tutorials.book;

import chatlab.tutorials.Chapter;
import chatlab.tutorials.Course;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The frame of all pages of the book: contents, search, links to the neighbours. */
final class Template {
    private final Course course;
    private final String frame = resource("page.html");

    Template(Course course) throws IOException {
        this.course = course;
    }

    static String resource(String name) throws IOException {
        try (InputStream in = Template.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /**
     * A whole page.
     *
     * @param root the way from the page to the book's root, like "../"
     * @param current the chapter that it belongs to, or null
     */
    String page(String title, String root, Chapter current, String content) throws IOException {
        return frame.replace("${title}", Html.escaped(title))
                .replace("${book}", Html.escaped(Book.WORDS.get("book.title")))
                .replace("${search}", Html.escaped(Book.WORDS.get("search")))
                .replace("${found}", Html.escaped(Book.WORDS.get("search.none")))
                .replace("${chapters}", chapters(root, current))
                .replace("${neighbours}", neighbours(root, current))
                .replace("${content}", content)
                .replace("${root}", root); // last: the parts above have it in their links
    }

    /** Nothing on the first page, which lists the chapters itself. */
    private String chapters(String root, Chapter current) throws IOException {
        if (current == null) {
            return "";
        }
        StringBuilder list = new StringBuilder("<details class=\"chapters\">\n<summary>");
        list.append(Html.escaped(Book.WORDS.get("contents"))).append("</summary>\n<ol>\n");
        for (Chapter chapter : course.chapters()) {
            list.append("<li value=\"").append(chapter.number()).append("\"><a href=\"");
            list.append(url(root, chapter)).append('"');
            list.append(chapter.equals(current) ? " aria-current=\"page\"" : "").append('>');
            list.append(Html.escaped(chapter.title())).append("</a></li>\n");
        }
        return list.append("</ol>\n</details>\n").toString();
    }

    private String neighbours(String root, Chapter current) throws IOException {
        int index = current == null ? -1 : course.chapters().indexOf(current);
        if (index < 0) {
            return "";
        }
        StringBuilder links = new StringBuilder();
        if (index > 0) {
            links.append(neighbour("previous", root, course.chapters().get(index - 1)));
        }
        if (index + 1 < course.chapters().size()) {
            links.append(neighbour("next", root, course.chapters().get(index + 1)));
        }
        return links.toString();
    }

    private static String neighbour(String kind, String root, Chapter chapter) throws IOException {
        String rel = kind.equals("previous") ? "prev" : kind;
        return "<a class=\"" + kind + "\" rel=\"" + rel + "\" href=\"" + url(root, chapter) + "\">"
                + Html.escaped(Book.WORDS.get(kind, chapter.number(), chapter.title())) + "</a>\n";
    }

    static String url(String root, Chapter chapter) {
        return root + chapter.folderName() + "/index.html";
    }
}
