package chatlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class LackingCharactersTest {
    private static final ScreenEntry GREEK = ScreenEntry.event("14:02", "\u03b1");
    private static final ScreenEntry LATIN = ScreenEntry.event("14:02", "gr\u00fc\u00dfe");

    @Test
    void saysOnceWhatTheQuestionMarksMean() {
        LackingCharacters lacking = new LackingCharacters(StandardCharsets.ISO_8859_1);
        assertThat(lacking.explain(List.of(LATIN))).containsExactly(LATIN);
        assertThat(lacking.explain(List.of(GREEK)))
                .hasSize(2)
                .last()
                .satisfies(entry -> assertThat(entry.text()).contains("ISO-8859-1, lacks characters"));
        assertThat(lacking.explain(List.of(GREEK))).containsExactly(GREEK);
    }

    @Test
    void utf8LacksNothing() {
        assertThat(new LackingCharacters(StandardCharsets.UTF_8).explain(List.of(GREEK)))
                .containsExactly(GREEK);
    }
}
