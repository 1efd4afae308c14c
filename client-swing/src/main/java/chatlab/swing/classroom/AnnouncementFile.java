package chatlab.swing.classroom;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Announcements that an instructor has prepared: a text file with one of them in each line. */
final class AnnouncementFile {
    static final int MAX_LINES = 50;
    private static final int MAX_BYTES = 64 * 1024;

    private final Path file;

    AnnouncementFile(Path file) {
        this.file = file;
    }

    /** Empty where there is no such file. */
    Optional<List<String>> read() throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Optional.of(lines(new String(in.readNBytes(MAX_BYTES), StandardCharsets.UTF_8)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    void write(List<String> lines) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, lines);
    }

    /** The lines of a text that are not blank. */
    static List<String> lines(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .limit(MAX_LINES)
                .toList();
    }
}
