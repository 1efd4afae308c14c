package chatlab.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowsTest {
    private static final String INDENT = "    ";

    @Test
    void aLineThatFitsStaysAsItIs() {
        assertThat(Rows.of("10:15:00 + ada is in lobby", 26, INDENT)).containsExactly("10:15:00 + ada is in lobby");
        assertThat(Rows.of("", 26, INDENT)).containsExactly("");
    }

    @Test
    void aLongLineIsCutBehindABlank() {
        assertThat(Rows.of("10:15:00 lobby <eve> one two three four", 24, INDENT))
                .containsExactly("10:15:00 lobby <eve> ", "    one two three four");
    }

    @Test
    void aLongWordIsCutWhereTheWidthEnds() {
        assertThat(Rows.of("a b " + "x".repeat(30), 20, INDENT))
                .containsExactly("a b " + "x".repeat(16), INDENT + "x".repeat(14));
    }

    @Test
    void noRowIsTooLongWhereTheIndentIsWiderThanWhatTheLineBeginsWith() {
        List<String> rows = Rows.of("xxxxxxx yyyyyyz", 14, " ".repeat(10));
        assertThat(rows).containsExactly("xxxxxxx ", " ".repeat(10) + "yyyy", " ".repeat(10) + "yyz");
    }

    @Test
    void blanksAreNotCollapsed() {
        assertThat(Rows.of("a" + " ".repeat(30) + "b", 20, INDENT))
                .containsExactly("a" + " ".repeat(19), INDENT + " ".repeat(11) + "b");
    }

    @Test
    void noTextBecomesARowThatLooksLikeALine() {
        String forged = "10:15:00 + bob is in lobby";
        String line = "10:14:59 lobby <eve> " + "x".repeat(19) + forged; // just as wide as the terminal before it
        List<String> rows = Rows.of(line, 40, INDENT);
        assertThat(rows).hasSizeGreaterThan(1).noneMatch(row -> row.startsWith("10:15"));
        assertThat(rows.subList(1, rows.size())).allMatch(row -> row.startsWith(INDENT));
    }

    @ParameterizedTest
    @CsvSource({
        "a, 1",
        "\u00e4, 1",
        "\u00ad, 1",
        "\u0436, 1",
        "\u1ebf, 1",
        "\u1794, 1", // Khmer
        "\u0301, 0",
        "e\u0301\u0302, 1",
        "\u3099, 0",
        "\u4f60, 2",
        "\u304b, 2",
        "\uac00, 2",
        "\uff21, 2",
        "\ud83d\ude00, 2",
        "\u1100, 2",
        "\u1160, 2",
        "\u2192, 2",
        "\u200b, 2",
        "\u3248, 2",
        "\u231a, 2",
        "\u1734, 1",
        "1\ufe0f\u20e3, 2",
        "\u263a\ufe0f, 3"
    })
    void aCharacterTakesAsManyColumnsAsATerminalMayNeed(String text, int columns) {
        assertThat(Rows.columns(text)).isEqualTo(columns);
    }

    @Test
    void aTabTakesTheMostThatItCan() {
        assertThat(Rows.columns("\t")).isEqualTo(8);
    }

    @Test
    void wideCharactersAreNotCutInHalves() {
        assertThat(Rows.of("\u4f60".repeat(30), 25, INDENT))
                .extracting(String::length)
                .containsExactly(12, 14, 12);
        assertThat(Rows.of("\ud83d\ude00".repeat(13), 25, INDENT))
                .allMatch(row -> Text.clean(row).equals(row));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<eve> ",
                "<eve 2026-11-19 14:02> ",
                "<eve to you> ",
                "<eve> | ",
                "<eve 14:02> |  ",
                "* eve left. Reason: ",
                "! no-such-name: <eve> | ",
                "<eve> || "
            })
    void aPlainLineComesBackAsItWasWhenItsRowsAreJoined(String start) {
        Hostile hostile = new Hostile(9);
        for (int i = 0; i < 1000; i++) {
            String text = hostile.text()
                    + " ".repeat(hostile.number(90))
                    + hostile.text()
                    + ".".repeat(hostile.number(90))
                    + hostile.text();
            String line = Text.clean(start + text);

            List<String> rows = Rows.ofPlain(line);

            assertThat(rows).allMatch(row -> Rows.columns(row) <= Chat1.PLAIN_ROW);
            assertThat(rows.get(0)).matches("(?s)[*!<].*");
            assertThat(rows.subList(1, rows.size())).allMatch(Rows::goesOn);
            assertThat(rows.stream().reduce(Rows::joined)).contains(line);
        }
    }

    @Test
    void everyRowOfALineOfAPasteHasItsMark() {
        List<String> rows = Rows.ofPlain("<eve> | " + "if (x) ".repeat(30));
        assertThat(rows).hasSizeGreaterThan(2);
        assertThat(rows.subList(1, rows.size())).allMatch(row -> row.startsWith("    | "));
        assertThat(rows.stream().map(String::length).collect(Collectors.toList()))
                .allMatch(length -> length <= 76);
    }
}
