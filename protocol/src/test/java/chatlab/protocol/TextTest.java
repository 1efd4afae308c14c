package chatlab.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain ~ text",
                "\ttab and  spaces ",
                "\u017c\u00f3\u0142w \u5f20\u4f1f \u0645\u062d\u0645\u062f",
                "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67 \u2764\ufe0f", // a family and a heart
                "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645", // Persian needs its joiner
                "<html><b>as typed</b>"
            })
    void ordinaryTextStaysAsItIs(String text) {
        assertThat(Text.clean(text)).isSameAs(text);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0, 7, '\b', '\n', 0x0B, '\f', '\r', 0x1B, 0x1C, 0x1F, 0x7F, 0x80, 0x85, 0x9B, 0x9F, 0x061C, 0x200E,
                0x200F, 0x2028, 0x2029, 0x202A, 0x202E, 0x2066, 0x2069, 0xE0001, 0xE0041, 0xE007F
            })
    void harmfulCharacterBecomesASpace(int harmful) {
        assertThat(Text.clean("a" + Character.toString(harmful) + "b")).isEqualTo("a b");
    }

    @Test
    void loneSurrogateBecomesASpace() {
        assertThat(Text.clean("a\uD83Db\uDC22")).isEqualTo("a b ");
    }

    @Test
    void onlyEightMarksOnABaseAreKept() {
        String mark = "\u0301";
        assertThat(Text.clean("a" + mark.repeat(8) + "b")).isEqualTo("a" + mark.repeat(8) + "b");
        assertThat(Text.clean("a" + mark.repeat(200) + "b")).isEqualTo("a" + mark.repeat(8) + "b");
        assertThat(Text.clean(mark.repeat(20))).isEqualTo(mark.repeat(8));
    }

    @Test
    void aJoinerBetweenMarksIsNoNewBase() {
        String pile = "\u0301\u0301\u0301\u0301\u0301\u200d";
        assertThat(Text.clean("a" + pile.repeat(20))
                        .chars()
                        .filter(Text::isMark)
                        .count())
                .isEqualTo(8);
    }

    @Test
    void everyCleanedTextIsHarmlessAndNoLonger() {
        Hostile hostile = new Hostile(4);
        for (int i = 0; i < 10_000; i++) {
            String text = hostile.text();
            String clean = Text.clean(text);
            Harmless.assertHarmless(clean);
            assertThat(clean.codePointCount(0, clean.length()))
                    .isLessThanOrEqualTo(text.codePointCount(0, text.length()));
            assertThat(Utf8.length(clean)).isLessThanOrEqualTo(Utf8.length(text));
            assertThat(Text.clean(clean)).isSameAs(clean);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "hullo\b\b\b\bello, hello",
        "helo\u007flo, hello",
        "'\b\bhello\b', hell",
        "ab\b\b\b\bc, c",
        "e\u0301\bx, x",
        "a\u0301\u0302\u007f\u007fx, x",
        "\ud83d\ude00\bx, x",
        "plain text, plain text"
    })
    void aBackspaceTakesTheCharacterBeforeItWithItsMarks(String typed, String edited) {
        assertThat(Text.edited(typed)).isEqualTo(edited);
    }

    @Test
    void paddingCollapsesToOneSpace() {
        assertThat(Text.collapseBlanks("hi" + " ".repeat(200) + "<bob> forged")).isEqualTo("hi <bob> forged");
        assertThat(Text.collapseBlanks("\t\t x \u3000\u00a0\u2003\u115f\u1160\u3164\uffa0\u2800\u200b y"))
                .isEqualTo(" x y");
        assertThat(Text.collapseBlanks(" \u200d".repeat(100) + "x")).isEqualTo(" x");
        assertThat(Text.collapseBlanks("a" + "\u00ad".repeat(100) + "b")).isEqualTo("a\u00adb");
    }

    @Test
    void oneJoinerWithinAWordStays() {
        String family = "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67";
        assertThat(Text.collapseBlanks(family)).isEqualTo(family);
    }
}
