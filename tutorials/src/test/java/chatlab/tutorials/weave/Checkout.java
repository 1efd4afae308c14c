package chatlab.tutorials.weave;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The checkout in which the tests run: Maven runs them in the module's folder. */
public final class Checkout {
    public static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final List<String> DOCUMENTS = List.of(
            "README.md",
            "CONTRIBUTING.md",
            "CHANGELOG.md",
            "kit/LESSON.md",
            "kit/README.md",
            "protocol/README.md",
            "server/README.md",
            "tutorials/README.md");

    private Checkout() {}

    /** All pages of Markdown: the documents, the chapters and their exercises. */
    public static List<Path> documents() throws IOException {
        try (Stream<Path> chapters = Files.walk(ROOT.resolve("tutorials/chapters"))) {
            return Stream.concat(
                            DOCUMENTS.stream().map(ROOT::resolve),
                            chapters.filter(path -> path.endsWith("README.md")).sorted())
                    .collect(Collectors.toList());
        }
    }
}
