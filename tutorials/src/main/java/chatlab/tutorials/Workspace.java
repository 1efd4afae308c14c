package chatlab.tutorials;

import chatlab.tutorials.grading.Requirements;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The student's folder. Nothing in it is ever overwritten; {@link #reset} keeps a copy. */
final class Workspace {
    private final Path folder;

    Workspace(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    Path folder() {
        return folder;
    }

    Path progress() {
        return folder.resolve("progress.txt");
    }

    /** The chapter's folder here: the one with its name, even if it had another number when it was made. */
    Path of(Chapter chapter) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> folders = Files.list(folder)) {
                Optional<Path> former = folders.filter(path -> Chapter.of(path)
                                .filter(other -> other.key().equals(chapter.key()))
                                .isPresent())
                        .findFirst();
                if (former.isPresent()) {
                    return former.get();
                }
            }
        }
        return folder.resolve(chapter.folderName());
    }

    /** The file that the student writes. */
    Path answer(Chapter chapter) throws IOException {
        return of(chapter)
                .resolve("exercise")
                .resolve(chapter.stub().getFileName().toString());
    }

    /** Copies the chapter's program, experiments and exercise into the folder, except for files that are there already. */
    void start(Chapter chapter) throws IOException {
        Path here = of(chapter);
        copy(chapter.program(), here);
        for (Path experiment : chapter.experiments()) {
            copy(experiment, here.resolve("experiment"));
        }
        copy(chapter.stub(), here.resolve("exercise"));
        copy(chapter.exercise().resolve("README.md"), here.resolve("exercise"));
    }

    /** Begins the exercise anew. Returns where the student's version is now. */
    Path reset(Chapter chapter) throws IOException {
        Path answer = answer(chapter);
        int number = 1;
        while (Files.exists(kept(answer, number))) {
            number++;
        }
        Files.move(answer, kept(answer, number));
        start(chapter);
        return kept(answer, number);
    }

    /** The copy's name, without the ending of a source file, or it would be compiled together with the new one. */
    private static Path kept(Path answer, int number) {
        return answer.resolveSibling(answer.getFileName() + ".before-reset-" + number);
    }

    private static void copy(Path file, Path into) throws IOException {
        Files.createDirectories(into);
        Path target = into.resolve(file.getFileName().toString());
        if (!Files.exists(target)) {
            List<String> lines = new ArrayList<>(Files.readAllLines(file));
            Files.write(target, Requirements.withoutMarks(RegionMarks.removed(lines)));
        }
    }
}
