package chatlab.swing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThatCode;

import chatlab.protocol.testing.HangLimit;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Works without a display. */
class CourseOpenerTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"my books", "b\u00FCcher"})
    void theBrowserGetsTheFirstPageOfTheBook(String name) throws Exception {
        assumeThatCode(() -> Path.of(name))
                .as("a file may have this name under the locale of this JVM")
                .doesNotThrowAnyException();
        CompletableFuture<String> opened = new CompletableFuture<>();
        new CourseOpener(() -> folder.resolve(name), opened::complete, null).execute();

        Path page = Path.of(URI.create(opened.get(HangLimit.SECONDS, TimeUnit.SECONDS)));
        assertThat(Files.readString(page)).contains("What a socket is");
    }
}
