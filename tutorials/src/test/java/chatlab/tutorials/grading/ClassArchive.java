package chatlab.tutorials.grading;

import chatlab.protocol.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Classes as the virtual machine has them in memory: a process that begins with an archive of them starts in half of the
 * processor time. It is worth its price where hundreds of processes are started.
 */
public final class ClassArchive {
    private static final long MINUTES = 2;

    /** Only ends a hang, so it is longer than any check takes on a busy machine; a test may take ten minutes. */
    static final Duration LIMIT = Duration.ofSeconds(500);

    private final Path file;

    private ClassArchive(Path file) {
        this.file = file;
    }

    /** The options that make a process begin with it. If the archive does not fit, Java starts as usual. */
    public List<String> options() {
        return List.of("-XX:SharedArchiveFile=" + file, "-Xshare:auto", "-Xlog:disable");
    }

    /**
     * Runs a program for the classes that it needs, and keeps them.
     *
     * @param command what follows after the options of Java
     * @param folder where it is run, and where the archive will be
     * @return empty where this Java cannot do it
     */
    public static Optional<ClassArchive> of(List<String> command, Path folder)
            throws IOException, InterruptedException {
        Path file = folder.resolve("classes.jsa");
        List<String> all = new ArrayList<>();
        all.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        all.addAll(List.of("-XX:ArchiveClassesAtExit=" + file, "-Xlog:disable"));
        all.addAll(command);
        Process process = new ProcessBuilder(all)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getOutputStream().close();
        boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
        process.destroyForcibly().waitFor();
        return ended && Files.isRegularFile(file) ? Optional.of(new ClassArchive(file)) : Optional.empty();
    }

    /**
     * Grading for hundreds of answers: one archive at the beginning makes each check start faster.
     *
     * @param scratch a folder for the archive and for what the checks write
     */
    public static Grading grading(Path scratch) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(Files.createDirectories(scratch), "archive");
        Path jar = jarOfThisPackage(folder);
        List<String> training = new ArrayList<>(Grading.SHORT_LIFE);
        training.addAll(Grading.SETTINGS);
        training.addAll(List.of("-cp", jar.toString(), Training.class.getName()));
        training.add(folder.resolve("report.txt").toString());
        return of(training, folder)
                .map(archive -> new Grading(scratch, LIMIT, archive.options(), List.of(jar)))
                .orElseGet(() -> new Grading(scratch, LIMIT));
    }

    /** The classes of this package, and what they and the training need, in a jar: Java archives no classes of folders. */
    private static Path jarOfThisPackage(Path folder) throws IOException {
        Path jar = folder.resolve("grading.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out)) {
            Path classes = Classes.ofTheCourse();
            Path here = classes.resolve(Grading.class.getPackageName().replace('.', '/'));
            try (Stream<Path> files = Files.list(here)) {
                for (Path file : files.filter(Files::isRegularFile).collect(Collectors.toList())) {
                    String name = classes.relativize(file).toString().replace('\\', '/');
                    entries.putNextEntry(new JarEntry(name));
                    Files.copy(file, entries);
                }
            }
            for (Class<?> type : List.of(Training.class, Words.class)) {
                String name = type.getName().replace('.', '/') + ".class";
                entries.putNextEntry(new JarEntry(name));
                try (InputStream bytes = type.getClassLoader().getResourceAsStream(name)) {
                    bytes.transferTo(entries);
                }
            }
        }
        return jar;
    }
}
