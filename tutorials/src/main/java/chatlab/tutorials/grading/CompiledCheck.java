package chatlab.tutorials.grading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The check of an exercise, compiled once for all answers: with the stub, whose classes are not kept. It can judge each
 * answer that still offers what the stub offers.
 */
public final class CompiledCheck {
    private static final String STUBS_API = "api.txt";

    private final Path folder;
    private final Set<String> stubsApi;

    private CompiledCheck(Path folder, Set<String> stubsApi) {
        this.folder = folder;
        this.stubsApi = stubsApi;
    }

    /**
     * Compiles it.
     *
     * @param exercise the folder with Check.java and the stub
     * @param into the folder for the classes
     * @return what the compiler says, nothing if all is well
     */
    public static List<Compiler.Message> compile(Compiler compiler, Path exercise, Path into) throws IOException {
        Path stub = Files.createTempDirectory(Files.createDirectories(into), "stub");
        List<Compiler.Message> said =
                new ArrayList<>(compiler.compile(javaFiles(exercise.resolve("stub")), stub, List.of()));
        said.addAll(compiler.compile(List.of(exercise.resolve("Check.java")), into, List.of(stub), "-Xlint:all"));
        if (said.isEmpty()) {
            // sorted, so that each build makes the same file; the last file: with it, the check is complete
            Files.write(into.resolve(STUBS_API), new TreeSet<>(Api.of(stub)));
        }
        delete(stub);
        return said;
    }

    /** Where the build puts it: beside its source. */
    static Path madeByTheBuild(Path exercise) {
        return exercise.resolve("check");
    }

    /** When it was complete; long ago where it is not. */
    static FileTime timeOf(Path made) throws IOException {
        Path last = made.resolve(STUBS_API);
        return Files.exists(last) ? Files.getLastModifiedTime(last) : FileTime.fromMillis(0);
    }

    /**
     * The check that the build has compiled; empty if the build did not.
     *
     * @param into a folder for a copy, since it may stand within a jar
     */
    public static Optional<CompiledCheck> copyOfBuilt(Path exercise, Path into) throws IOException {
        Path made = madeByTheBuild(exercise);
        if (!Files.exists(made.resolve(STUBS_API))) {
            return Optional.empty();
        }
        Files.createDirectories(into);
        try (Stream<Path> files = Files.list(made)) {
            for (Path file : files.collect(Collectors.toList())) {
                Files.copy(file, into.resolve(file.getFileName().toString()));
            }
        }
        return Optional.of(in(into));
    }

    /** The check that was compiled into this folder. */
    public static CompiledCheck in(Path folder) throws IOException {
        return new CompiledCheck(folder, new HashSet<>(Files.readAllLines(folder.resolve(STUBS_API))));
    }

    /** Whether it can judge these classes. Otherwise it has to be compiled with them, and the compiler says what they lack. */
    public boolean fits(Path answer) throws IOException {
        return Api.of(answer).containsAll(stubsApi);
    }

    /** The folder with its classes. */
    public Path folder() {
        return folder;
    }

    private static List<Path> javaFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .collect(Collectors.toList());
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.collect(Collectors.toList())) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
