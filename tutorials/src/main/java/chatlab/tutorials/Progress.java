package chatlab.tutorials;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the student has done, in a text file. Each line is about one chapter, by its name and not by its
 * number, so that it survives when chapters change places: {@code what-a-socket-is predicted=SamePort:b passed=2026-11-20}. The line
 * {@code class} is about the {@link Enrolment}.
 */
final class Progress {
    /** Guards each file against other threads: the lock of a file belongs to the whole program. */
    private static final Object ONE_THREAD = new Object();

    private final Path file;
    private final Map<String, Map<String, String>> chapters = new LinkedHashMap<>();

    private Progress(Path file) {
        this.file = file;
    }

    /** Reads the file. Without a file, nothing was done yet. */
    static Progress read(Path file) throws IOException {
        Progress progress = new Progress(file);
        progress.read();
        return progress;
    }

    private void read() throws IOException {
        chapters.clear();
        if (Files.exists(file)) {
            // Not readAllLines: an editor may have saved the file in another encoding, and the course must go on.
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            text.lines().forEach(line -> add(line.strip().split("\\s+")));
        }
    }

    private void add(String[] words) {
        if (words[0].isEmpty() || words[0].startsWith("#")) {
            return;
        }
        Map<String, String> facts = chapters.computeIfAbsent(words[0], key -> new LinkedHashMap<>());
        for (int i = 1; i < words.length; i++) {
            String[] fact = words[i].split("=", 2);
            facts.put(fact[0], fact.length < 2 ? "" : fact[1]);
        }
    }

    Optional<String> get(Chapter chapter, String fact) {
        return get(chapter.key(), fact);
    }

    /** {@code line}: the key of a chapter, or the word at the beginning of another line. */
    Optional<String> get(String line, String fact) {
        return Optional.ofNullable(chapters.getOrDefault(line, Map.of()).get(fact));
    }

    /** What this line has, in its order. */
    List<String> facts(String line) {
        return List.copyOf(chapters.getOrDefault(line, Map.of()).keySet());
    }

    boolean isBegun(Chapter chapter) {
        return chapters.containsKey(chapter.key());
    }

    /** Adds it, also to the file, and keeps what another window has written there meanwhile: {@code --watch} may run for hours. */
    void put(Chapter chapter, String fact, String value) throws IOException {
        put(chapter.key(), fact, value);
    }

    void put(String line, String fact, String value) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        synchronized (ONE_THREAD) {
            try (FileChannel lockFile = FileChannel.open(
                    file.resolveSibling(file.getFileName() + ".lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE)) {
                lock(lockFile);
                read();
                chapters.computeIfAbsent(line, key -> new LinkedHashMap<>()).put(fact, value);
                write();
            }
        }
    }

    /** Two windows that write at once would lose what one of them writes. */
    private static void lock(FileChannel lockFile) {
        try {
            lockFile.lock();
        } catch (IOException e) {
            // Some network disks have no locks. The course must go on, and two windows seldom write at the same moment.
        }
    }

    /** Writes the whole file at once or not at all, so that a full disk destroys nothing. */
    private void write() throws IOException {
        List<String> lines = new ArrayList<>(List.of("# " + Learn.WORDS.get("progress.comment")));
        chapters.forEach((chapter, facts) -> {
            StringBuilder line = new StringBuilder(chapter);
            facts.forEach(
                    (fact, value) -> line.append(' ').append(fact).append('=').append(value));
            lines.add(line.toString());
        });
        Path next = file.resolveSibling(file.getFileName() + ".new");
        Files.write(next, lines);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE); // another window never finds no file
    }
}
