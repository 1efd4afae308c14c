package chatlab.tutorials;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PagerTest {
    private static final List<String> LINES =
            IntStream.rangeClosed(1, 100).mapToObj(i -> "line " + i + ".").collect(Collectors.toList());

    private static final int PAGE = Terminal.height() - 2;

    @TempDir
    Path folder;

    private final StringWriter screen = new StringWriter();

    @Test
    void pagerStopsAfterEachPage() throws IOException {
        assertThat(show("\n".repeat(100))).isTrue();
        assertThat(screen.toString())
                .contains("line 1.", "line 100.")
                .containsPattern("line " + PAGE + "\\.\\R.*" + PAGE + " ?%");
    }

    @Test
    void readerThatLeavesHasNotSeenTheEnd() throws IOException {
        assertThat(show("\nq\n")).isFalse();
        assertThat(screen.toString()).contains("line " + 2 * PAGE + ".").doesNotContain("line " + (2 * PAGE + 1) + ".");
    }

    @Test
    void answerIsShownAfterOneMoreKey() throws IOException {
        assertThat(show("q\n", List.of("What comes next?", MarkdownText.FOLD, "The answer.")))
                .isFalse();
        assertThat(screen.toString()).contains("What comes next?").doesNotContain("The answer.");
        assertThat(show("\n", List.of("What comes next?", MarkdownText.FOLD, "The answer.")))
                .isTrue();
        assertThat(screen.toString()).contains("The answer.").doesNotContain(MarkdownText.FOLD);
    }

    @Test
    void endOfTheKeyboardLeavesBeforeTheEnd() throws IOException {
        assertThat(show("")).isFalse();
    }

    private boolean show(String typed) throws IOException {
        return show(typed, LINES);
    }

    private boolean show(String typed, List<String> lines) throws IOException {
        InputStream former = System.in;
        System.setIn(new ByteArrayInputStream(typed.getBytes(StandardCharsets.US_ASCII)));
        try {
            return new Pager(new LearnContext(folder, new PrintWriter(screen, true), ClassServer.NONE), true)
                    .show(lines);
        } finally {
            System.setIn(former);
        }
    }
}
