package chatlab.swing;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.protocol.testing.HangLimit;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Works without a display. */
class CourseOpenerTest {
    @TempDir
    Path folder;

    @Test
    void theBrowserGetsTheFirstPageOfTheBook() throws Exception {
        CompletableFuture<String> opened = new CompletableFuture<>();
        new CourseOpener(folder.resolve("b\u00FCcher"), opened::complete, null).execute();

        Path page = Path.of(URI.create(opened.get(HangLimit.SECONDS, TimeUnit.SECONDS)));
        assertThat(Files.readString(page)).contains("What a socket is");
    }
}
