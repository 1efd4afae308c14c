package chatlab.tutorials;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A folder for what is needed only for a moment. */
record Scratch(Path folder) implements Closeable {
    static Scratch create() throws IOException {
        return new Scratch(Files.createTempDirectory("chatlab-learn"));
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> innermostFirst = files.sorted(Comparator.reverseOrder()).collect(Collectors.toList());
            for (Path file : innermostFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            // a virus scanner may still be reading it: a verdict is not to be lost for that
        }
    }
}
