package chatlab.tutorials;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgressTest {
    private static final Chapter FRAMING = new Chapter(7, "framing", Path.of("07-framing"));
    private static final Chapter TWO_INPUTS = new Chapter(9, "two-inputs", Path.of("09-two-inputs"));

    @TempDir
    Path folder;

    @Test
    void progressOfTwoWindowsIsKept() throws Exception {
        Progress watching = Progress.read(file());
        Progress.read(file()).put(TWO_INPUTS, Fact.HINTS, "2");
        watching.put(FRAMING, Fact.PASSED, "2026-11-20");

        Progress now = Progress.read(file());
        assertThat(now.get(FRAMING, Fact.PASSED)).contains("2026-11-20");
        assertThat(now.get(TWO_INPUTS, Fact.HINTS)).contains("2");
    }

    @Test
    void aFileThatAnEditorHasSpoiltIsStillRead() throws Exception {
        Files.writeString(file(), "# sch\u00f6n\nframing hints=-3 passed=yes\n", StandardCharsets.ISO_8859_1);

        Progress now = Progress.read(file());
        assertThat(now.get(FRAMING, Fact.PASSED)).contains("yes");
        assertThat(Fact.number(now, FRAMING, Fact.HINTS)).isZero();
    }

    private Path file() {
        return folder.resolve("progress.txt");
    }
}
