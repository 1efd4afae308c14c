package chatlab.tutorials.book;

import chatlab.protocol.Words;
import chatlab.tutorials.Chapter;
import chatlab.tutorials.Course;
import chatlab.tutorials.RegionMarks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The course as a site: a page for each chapter, its exercise, and its programs. */
public final class Book {
    static final Words WORDS = new Words(Book.class);

    private final Course course;
    private final Template template;
    private final SearchIndex index = new SearchIndex();

    public Book(Course course) throws IOException {
        this.course = course;
        this.template = new Template(course);
    }

    /** Writes it into this folder, over what stands there, and returns the page to begin with. */
    public Path write(Path folder) throws IOException {
        for (Chapter chapter : course.chapters()) {
            write(chapter, folder.resolve(chapter.folderName()));
        }
        Path start = folder.resolve("index.html");
        save(start, template.page(WORDS.get("book.title"), "", null, firstPage()));
        for (String file : List.of("book.css", "book.js", "book.svg")) {
            save(folder.resolve(file), Template.resource(file));
        }
        save(folder.resolve("sections.js"), index.script());
        return start;
    }

    /**
     * Another page, in the frame of the book, for a file that stands outside of it.
     *
     * @param root the way from that file to the book, like "book/"
     * @param markdown begins with its title; its links stay as they are
     */
    public String pageBeside(String root, String markdown) throws IOException {
        String title = markdown.lines().findFirst().orElse("").replaceFirst("^# ", "");
        return template.page(title, root, null, Prose.of(markdown));
    }

    /** What the course is, how to begin, and all chapters: the README of the course, without what authors of chapters need. */
    private String firstPage() throws IOException {
        Path chapters = course.folder();
        String readme = Files.readString(chapters.resolveSibling("README.md"));
        String forReaders =
                readme.substring(0, readme.indexOf("\n## For authors")).replace("](chapters/", "](");
        return Prose.of(forReaders, chapters.resolve("README.md"), chapters);
    }

    private void write(Chapter chapter, Path folder) throws IOException {
        Path root = chapter.folder().getParent();
        String title = chapter.number() + ". " + chapter.title();
        String content = Prose.of(Files.readString(chapter.readme()), chapter.readme(), root) + files(chapter);
        save(folder.resolve("index.html"), template.page(title, "../", chapter, content));
        index.add(title, chapter.folderName() + "/index.html", Files.readString(chapter.readme()));

        writeExercise(chapter, folder.resolve("exercise"), root);
        writeSource(chapter, chapter.program(), folder, "../");
        for (Path experiment : chapter.experiments()) {
            writeSource(chapter, experiment, folder.resolve("experiment"), "../../");
        }
        writeSource(chapter, chapter.stub(), folder.resolve("exercise"), "../../");
        for (Path drawing : drawings(chapter.folder())) {
            save(folder.resolve(drawing.getFileName().toString()), Files.readString(drawing));
        }
    }

    /** The exercise, and its hints, each folded away. */
    private void writeExercise(Chapter chapter, Path folder, Path root) throws IOException {
        StringBuilder content = new StringBuilder();
        Path readme = chapter.exercise().resolve("README.md");
        content.append(Prose.of(Files.readString(readme), readme, root));
        String stub = chapter.stub().getFileName().toString();
        content.append("<p><a href=\"").append(stub).append(".html\">");
        content.append(Html.escaped(WORDS.get("stub", stub))).append("</a></p>\n");
        for (String hint :
                Files.readString(chapter.exercise().resolve("hints.md")).split("(?m)^## ")) {
            if (!hint.startsWith("# ")) {
                String[] parts = hint.split("\n", 2);
                content.append("<details><summary>").append(Html.escaped(WORDS.get("hint", parts[0])));
                content.append("</summary>\n").append(Prose.of(parts[1])).append("</details>\n");
            }
        }
        String title = WORDS.get("exercise", chapter.number());
        save(folder.resolve("index.html"), template.page(title, "../../", chapter, content.toString()));
        index.add(title, chapter.folderName() + "/exercise/index.html", Files.readString(readme));
    }

    private void writeSource(Chapter chapter, Path source, Path folder, String root) throws IOException {
        String name = source.getFileName().toString();
        String code = String.join("\n", RegionMarks.removed(Files.readAllLines(source))) + "\n";
        String content = "<h1>" + Html.escaped(name) + "</h1>\n<pre class=\"code java\" tabindex=\"0\"><code>"
                + JavaColours.of(code) + "</code></pre>\n";
        save(folder.resolve(name + ".html"), template.page(name, root, chapter, content));
    }

    /** Where the chapter's files are in the book. */
    private static String files(Chapter chapter) throws IOException {
        List<String> links = new ArrayList<>();
        links.add(link(
                chapter.program().getFileName() + ".html",
                chapter.program().getFileName().toString()));
        for (Path experiment : chapter.experiments()) {
            links.add(
                    link("experiment/" + experiment.getFileName() + ".html", "experiment/" + experiment.getFileName()));
        }
        links.add(link("exercise/index.html", WORDS.get("exercise", chapter.number())));
        return "<p class=\"files\">" + Html.escaped(WORDS.get("files")) + " " + String.join(", ", links) + "</p>\n";
    }

    private static String link(String url, String text) {
        return "<a href=\"" + url + "\">" + Html.escaped(text) + "</a>";
    }

    private static List<Path> drawings(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".svg")).collect(Collectors.toList());
        }
    }

    private static void save(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
