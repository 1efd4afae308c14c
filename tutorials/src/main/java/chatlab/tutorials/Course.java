package chatlab.tutorials;

import chatlab.tutorials.grading.Classes;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The chapters, in their order. */
public final class Course {
    private static final String WITHIN_THE_CLASSES = "chatlab/tutorials/chapters";

    private final Path folder;
    private final List<Chapter> chapters;

    private Course(Path folder, List<Chapter> chapters) {
        this.folder = folder;
        this.chapters = List.copyOf(chapters);
    }

    /** The chapters in this folder. */
    public static Course in(Path folder) throws IOException {
        try (Stream<Path> folders = Files.list(folder)) {
            return new Course(
                    folder,
                    folders.map(Chapter::of)
                            .flatMap(Optional::stream)
                            .filter(chapter -> Files.exists(chapter.readme()))
                            .sorted(Comparator.comparing(Chapter::number))
                            .collect(Collectors.toList()));
        }
    }

    /** The chapters that came with these classes, in a folder or in a jar. */
    public static Course builtIn() throws IOException {
        Path classes = Classes.ofTheCourse();
        return in(
                Files.isDirectory(classes)
                        ? classes.resolve(WITHIN_THE_CLASSES)
                        : jar(classes).getPath(WITHIN_THE_CLASSES));
    }

    /** It stays open as long as the program runs. */
    private static FileSystem jar(Path file) throws IOException {
        URI uri = URI.create("jar:" + file.toUri());
        try {
            return FileSystems.newFileSystem(uri, Map.of());
        } catch (FileSystemAlreadyExistsException e) {
            return FileSystems.getFileSystem(uri);
        }
    }

    /** The folder of the chapters. The README of the course stands beside it. */
    public Path folder() {
        return folder;
    }

    public List<Chapter> chapters() {
        return chapters;
    }

    /** By its number or by its name. */
    public Optional<Chapter> find(String typed) {
        String wanted = typed.strip().replaceFirst("^0+(?=\\d)", "");
        return chapters.stream()
                .filter(chapter -> wanted.equals(String.valueOf(chapter.number()))
                        || wanted.equals(chapter.key())
                        || wanted.equals(chapter.folderName()))
                .findFirst();
    }
}
