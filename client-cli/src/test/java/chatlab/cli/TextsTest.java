package chatlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the terminal client says stands in its bundles, so that it can be translated. */
class TextsTest {
    private static final Path SOURCES = Path.of("src", "main", "java");

    /** A string with two words, not in a comment. */
    private static final Pattern SENTENCE = Pattern.compile("^(?!\\S+ /?\\*).*\"[^\"]*\\p{L}{2} \\p{L}{2}[^\"]*\".*");

    /** Names of threads, and exceptions that the client catches itself. */
    private static final Pattern NOT_SHOWN = Pattern.compile(".*(Thread\\(|start\\(|IOException\\().*");

    /** They quote the specification: its sessions, its headings, and lines of CHAT/1. */
    private static final Pattern QUOTES = Pattern.compile(
            "(ClientRule|ClientTalk|ClientTrial|FramingSessions|Replay|ServerRule|SpecSessions|TestedConnection)\\.java: .*");

    @Test
    void sourcesContainNoSentences() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            List<String> lines = files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> lines(file).stream()
                            .map(line ->
                                    file.getFileName() + ": " + line.strip().replaceFirst(" // .*", "")))
                    .toList();
            assertThat(lines).as("lines of " + SOURCES.toAbsolutePath()).hasSizeGreaterThan(1000);
            assertThat(lines)
                    .filteredOn(line -> SENTENCE.matcher(line).matches())
                    .filteredOn(line -> !NOT_SHOWN.matcher(line).matches())
                    .filteredOn(line -> !QUOTES.matcher(line).matches())
                    .isEmpty();
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
