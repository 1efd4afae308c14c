package chatlab.tutorials;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownTextTest {
    @Test
    void proseIsFoldedAndCodeIsNot() {
        assertThat(MarkdownText.of(
                        "# Title\n\nSome *words* with `code()` and\na [link](x.md).\n\n```java\nint  i;\n```\n",
                        30,
                        text -> text))
                .containsExactly("Title", "=====", "", "Some words with code() and a", "link.", "", "    int  i;");
    }

    @Test
    void codeWithQuotesOrWithoutSpacesGetsNoQuotes() {
        assertThat(MarkdownText.of("`port()`, `learn run 1`, `\"no port\"`", 80, text -> text))
                .containsExactly("port(), \"learn run 1\", \"no port\"");
    }

    @Test
    void listsAndDetailsAreShown() {
        assertThat(MarkdownText.of(
                        "1. A question that is long.\n\n   <details><summary>Answer</summary>\n\n   Yes.\n\n   </details>\n",
                        20,
                        text -> text))
                .containsExactly(
                        "1. A question that", "   is long.", "", MarkdownText.FOLD, "   Answer:", "", "   Yes.");
    }

    @Test
    void tablesShareTheWidth() {
        assertThat(MarkdownText.of(
                        "| a | b |\n| --- | --- |\n| one | two three four five |\n| x | y |\n", 16, text -> text))
                .containsExactly("a    b", "-".repeat(16), "one  two three", "     four five", "x    y");
    }

    @Test
    void whatIsLongerInAsciiStillFits() {
        String text =
                "Some 1\u2026 and 2\u2026 as well.\n\n| a | b |\n| --- | --- |\n| `1\u2026`, 2\u2026 | two three |\n";
        assertThat(MarkdownText.of(text, 16, Ascii::of))
                .anyMatch(line -> line.contains("1..."))
                .allMatch(line -> line.length() <= 16);
    }

    @Test
    void marksOfTheBuildAreNotShown() {
        assertThat(MarkdownText.of("<!-- code: A.java b -->\n```java\nint i;\n```\n", 80, text -> text))
                .containsExactly("    int i;");
    }

    @Test
    void drawingsKeepTheirFormInAscii() {
        assertThat(Ascii.of("\u250c\u2500\u2510 \u25c4\u2500\u25ba caf\u00e9 \u2026 \u201cx\u201d \u4e2d"))
                .isEqualTo("+-+ <-> cafe ... \"x\" ?");
    }
}
