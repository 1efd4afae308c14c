package chatlab.swing.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The model knows neither windows nor sockets. */
class NoSwingTest {
    private static final Path SOURCES = Path.of("src/main/java/chatlab/swing/model");

    @Test
    void noSourceNamesAWindowASocketOrAThread() throws IOException {
        List<Path> sources;
        try (Stream<Path> files = Files.list(SOURCES)) {
            sources = files.collect(Collectors.toList());
        }
        assertThat(sources).hasSizeGreaterThan(20);
        for (Path source : sources) {
            assertThat(Files.readString(source))
                    .as(source.toString())
                    .doesNotContain("javax.swing", "java.awt", "java.net", "java.lang.Thread", "synchronized");
        }
    }
}
