package chatlab.tutorials;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One chapter of the course: a folder, in the sources or within a jar.
 *
 * @param number its place in the course, from 1
 * @param key its name, which stays the same when chapters change places
 * @param folder where its files are
 */
public record Chapter(int number, String key, Path folder) {
    private static final Pattern SOURCE = Pattern.compile("[^.].*\\.java");
    private static final Pattern FOLDER = Pattern.compile("(\\d\\d)-([a-z0-9-]+)/?");

    /** Empty when the folder's name is not that of a chapter, like {@code 01-what-a-socket-is}. */
    static Optional<Chapter> of(Path folder) {
        Matcher name = FOLDER.matcher(folder.getFileName().toString());
        return name.matches()
                ? Optional.of(new Chapter(Integer.parseInt(name.group(1)), name.group(2), folder))
                : Optional.empty();
    }

    /** Like {@code 01-what-a-socket-is}. */
    public String folderName() {
        return String.format(Locale.ROOT, "%02d-%s", number, key);
    }

    public Path readme() {
        return folder.resolve("README.md");
    }

    /** The first heading, like "What a socket is". */
    public String title() throws IOException {
        return Files.readAllLines(readme()).stream()
                .filter(line -> line.startsWith("# "))
                .map(line -> line.substring(2).replaceFirst("^\\d+\\.\\s*", "").strip())
                .findFirst()
                .orElse(key);
    }

    /** The chapter's program: the one source file in its folder. */
    public Path program() throws IOException {
        return only(folder);
    }

    public List<Path> experiments() throws IOException {
        return javaFiles(folder.resolve("experiment"));
    }

    public Path exercise() {
        return folder.resolve("exercise");
    }

    public Path stub() throws IOException {
        return only(exercise().resolve("stub"));
    }

    public Path solution() throws IOException {
        return only(exercise().resolve("solution"));
    }

    /** The source files right in a folder, none if it is not there. Hidden ones are copies that an editor or a Mac has left there. */
    public static List<Path> javaFiles(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file ->
                            SOURCE.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .collect(Collectors.toList());
        }
    }

    private static Path only(Path folder) throws IOException {
        List<Path> files = javaFiles(folder);
        if (files.size() != 1) {
            throw new IOException(folder + " should have one source file and has " + files.size());
        }
        return files.get(0);
    }
}
