package chatlab.swing.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnnouncementFileTest {
    @TempDir
    Path folder;

    @Test
    void whatWasWrittenIsReadAgain() throws IOException {
        AnnouncementFile file = new AnnouncementFile(folder.resolve("new").resolve("announcements.txt"));
        assertThat(file.read()).isEmpty();
        file.write(List.of("Gleich geht\u2019s los.", "Five minutes."));
        assertThat(file.read()).contains(List.of("Gleich geht\u2019s los.", "Five minutes."));
        file.write(List.of());
        assertThat(file.read()).as("not the usual ones").contains(List.of());
    }

    @Test
    void fileOfAnySizeAndContentGivesFewLines() throws IOException {
        Path file = Files.writeString(folder.resolve("long"), " a line \r\n\n".repeat(100_000));
        assertThat(new AnnouncementFile(file).read().orElseThrow())
                .hasSize(AnnouncementFile.MAX_LINES)
                .containsOnly("a line");
        Path noText = Files.write(folder.resolve("bytes"), new byte[] {(byte) 0xff, 'a', (byte) 0xc3});
        assertThat(new AnnouncementFile(noText).read().orElseThrow()).hasSize(1);
    }
}
