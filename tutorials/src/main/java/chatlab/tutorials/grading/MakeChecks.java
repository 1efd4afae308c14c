package chatlab.tutorials.grading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** For the build: compiles the check of each chapter, so that {@code learn check} need not. Its argument is the chapters' folder. */
public final class MakeChecks {
    private MakeChecks() {}

    public static void main(String[] args) throws IOException {
        Compiler compiler = Compiler.find().orElseThrow(() -> new IOException("there is no compiler in this Java"));
        FileTime tools = newest(
                Classes.ofTheCourse().resolve(MakeChecks.class.getPackageName().replace('.', '/')));
        for (Path exercise : exercises(Path.of(args[0]))) {
            Path made = CompiledCheck.madeByTheBuild(exercise);
            FileTime last = CompiledCheck.timeOf(made);
            boolean isNew = Stream.of(tools, newest(exercise), newest(exercise.resolve("stub")))
                    .allMatch(time -> last.compareTo(time) > 0);
            if (!isNew) {
                List<Compiler.Message> said = CompiledCheck.compile(compiler, exercise, made);
                if (!said.isEmpty()) {
                    throw new IOException(exercise + ": the check does not compile without a word: " + said);
                }
            }
        }
    }

    private static List<Path> exercises(Path chapters) throws IOException {
        try (Stream<Path> folders = Files.list(chapters)) {
            return folders.map(chapter -> chapter.resolve("exercise"))
                    .filter(exercise -> Files.exists(exercise.resolve("Check.java")))
                    .collect(Collectors.toList());
        }
    }

    /** The time of the newest file right in this folder. */
    private static FileTime newest(Path folder) throws IOException {
        FileTime newest = FileTime.fromMillis(0);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).collect(Collectors.toList())) {
                FileTime time = Files.getLastModifiedTime(file);
                newest = time.compareTo(newest) > 0 ? time : newest;
            }
        }
        return newest;
    }
}
