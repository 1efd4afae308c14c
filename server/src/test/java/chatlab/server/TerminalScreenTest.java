package chatlab.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalScreenTest {
    @Test
    void aShortLineStaysAsItIs() {
        assertThat(TerminalScreen.fold("10:15:00 + ada is in lobby", 26)).containsExactly("10:15:00 + ada is in lobby");
    }

    @Test
    void aLongLineIsBrokenBetweenWords() {
        assertThat(TerminalScreen.fold("10:15:00 lobby <eve> one two three four", 24))
                .containsExactly("10:15:00 lobby <eve> ", "    one two three four");
    }

    @Test
    void noTextBecomesALineThatLooksLikeAnotherOne() {
        String forged = "10:15:00 + bob is in lobby";
        String line = "10:14:59 lobby <eve> " + "x".repeat(19) + forged; // just as wide as the terminal before it
        List<String> lines = TerminalScreen.fold(line, 40);
        assertThat(lines).hasSize(2).noneMatch(forged::equals);
        assertThat(lines.get(1)).startsWith("    ");
        assertThat(lines.stream().map(String::strip).collect(Collectors.joining()))
                .isEqualTo(line);
    }

    @Test
    void wideLettersTakeTwoColumns() {
        List<String> lines = TerminalScreen.fold("\u4f60".repeat(30), 24);
        assertThat(lines).hasSize(3); // twelve, then ten behind each indent
        assertThat(lines.get(0)).hasSize(12);
    }

    @Test
    void accentsTakeNone() {
        assertThat(TerminalScreen.fold("e\u0301".repeat(20), 20)).hasSize(1);
    }

    @Test
    void aMarkThatMayBeSeenTakesOne() {
        assertThat(TerminalScreen.fold("\u1734".repeat(21), 20)).hasSize(2);
    }

    /** Some terminals draw these wide, and some do not: they would wrap a line in which we count too few columns. */
    @ParameterizedTest
    @ValueSource(
            strings = {"\ud83c\udffd", "\u263a\ufe0f", "1\ufe0f\u20e3", "\ud83c\uddea", "\u231a", "\u2b50", "\u3248"})
    void whatMayBeWideIsCountedAsWide(String picture) {
        assertThat(TerminalScreen.fold(picture.repeat(11), 20)).hasSizeGreaterThan(1);
    }
}
