package chatlab.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasteLinesTest {
    @ParameterizedTest
    @CsvSource({"., ..", ".., ...", "..., ....", "a., a.", ".a, .a", "'. ', '. '", "' .', ' .'", "'', ''"})
    void onlyALineOfDotsChanges(String meant, String sent) {
        assertThat(PasteLines.print(meant)).isEqualTo(sent);
        assertThat(PasteLines.parse(sent)).isEqualTo(meant);
    }

    @Test
    void aPasteIsItsCommandItsLinesAndADot() {
        ClientLine paste = new ClientLine(new Command.Paste("bob"), "t1");
        assertThat(PasteLines.print(paste, List.of("  indented", "", ".", "/quit")))
                .containsExactly("/paste@t1 bob", "  indented", "", "..", "/quit", ".");
    }

    @Test
    void everyPasteSurvivesPrintingAndParsing() {
        Hostile hostile = new Hostile(5);
        for (int i = 0; i < 1000; i++) {
            List<String> meant = new ArrayList<>();
            for (int line = hostile.number(6); line > 0; line--) {
                meant.add(hostile.number(2) == 0 ? ".".repeat(hostile.number(4)) : hostile.text());
            }
            List<String> sent = PasteLines.print(new ClientLine(new Command.Paste("")), meant);
            List<String> lines = sent.subList(1, sent.size() - 1);
            assertThat(lines).doesNotContain(PasteLines.END);
            assertThat(lines.stream().map(PasteLines::parse).toList()).isEqualTo(meant);
        }
    }
}
