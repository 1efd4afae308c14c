package chatlab.tutorials.weave;

import chatlab.tutorials.Chapter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A course of one chapter, in a folder of its own, that a test may spoil: a copy of the real first one. */
final class TestCourse {
    private static final Path FIRST = Path.of("tutorials", "chapters", "01-what-a-socket-is");

    private final Path root;

    TestCourse(Path root) throws IOException {
        this.root = root;
        try (Stream<Path> files = Files.walk(Checkout.ROOT.resolve(FIRST))) {
            for (Path file : files.filter(Files::isRegularFile).collect(Collectors.toList())) {
                Path copy = root.resolve(Checkout.ROOT.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    Path file(String name) {
        return root.resolve(FIRST).resolve(name);
    }

    /** Replaces the first place where this stands; returns the number of its line. */
    int change(String name, String before, String after) throws IOException {
        String text = Files.readString(file(name));
        int at = text.indexOf(before);
        if (at < 0) {
            throw new IllegalArgumentException(name + " has no \"" + before + '"');
        }
        Files.writeString(file(name), text.substring(0, at) + after + text.substring(at + before.length()));
        return (int) text.substring(0, at).lines().count() + (at == 0 || text.charAt(at - 1) == '\n' ? 1 : 0);
    }

    Inspection inspection() throws IOException {
        return new Inspection(root);
    }

    Chapter chapter() throws IOException {
        return inspection().course().chapters().get(0);
    }

    List<Problem> problems() throws IOException {
        return inspection().pages(List.of(chapter()));
    }
}
