package chatlab.tutorials;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownTextTest {
    @Test
    void foldsAndKeepsWhatIsCode() {
        assertThat(MarkdownText.of(
                        "# Title\n\nSome *words* with `code()` and\na [link](x.md).\n\n```java\nint  i;\n```\n", 30))
                .containsExactly("Title", "=====", "", "Some words with code() and a", "link.", "", "    int  i;");
    }

    @Test
    void listsAndAnswersThatAreFoldedAway() {
        assertThat(MarkdownText.of(
                        "1. A question that is long.\n\n   <details><summary>Answer</summary>\n\n   Yes.\n\n   </details>\n",
                        20))
                .containsExactly("1. A question that", "   is long.", "", "   Answer:", "", "   Yes.");
    }

    @Test
    void tablesShareTheWidth() {
        assertThat(MarkdownText.of("| a | b |\n| --- | --- |\n| one | two three four five |\n| x | y |\n", 16))
                .containsExactly("a    b", "-".repeat(16), "one  two three", "     four five", "x    y");
    }

    @Test
    void marksAreForTheBuild() {
        assertThat(MarkdownText.of("<!-- code: A.java b -->\n```java\nint i;\n```\n", 80))
                .containsExactly("    int i;");
    }

    @Test
    void drawingsKeepTheirFormInAscii() {
        assertThat(Ascii.of("\u250c\u2500\u2510 \u25c4\u2500\u25ba caf\u00e9 \u2026 \u201cx\u201d \u4e2d"))
                .isEqualTo("+-+ <-> cafe ... \"x\" ?");
    }
}
