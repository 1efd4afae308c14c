package chatlab.swing.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javax.swing.plaf.basic.BasicHTML;
import org.junit.jupiter.api.Test;

class UntrustedTest {
    @Test
    void htmlIsShownAsTyped() {
        assertThat(BasicHTML.isHTMLString(Untrusted.text("<html><b>x"))).isFalse();
        assertThat(BasicHTML.isHTMLString(Untrusted.brief("<HTML>" + "x".repeat(1_000))))
                .isFalse();
        assertThat(Untrusted.text("a < b")).isEqualTo("a < b");
    }

    @Test
    void titleOfAButtonHasAtMost24Columns() {
        assertThat(Untrusted.title("Room 12")).isEqualTo("Room 12");
        assertThat(Untrusted.title("x".repeat(24))).isEqualTo("x".repeat(24));
        assertThat(Untrusted.title("x".repeat(25))).isEqualTo("x".repeat(24) + "\u2026");
        assertThat(Untrusted.title("Introduction to computer networks")).isEqualTo("Introduction to computer\u2026");
        assertThat(Untrusted.title("\u4E2D".repeat(20))).isEqualTo("\u4E2D".repeat(12) + "\u2026");
        assertThat(BasicHTML.isHTMLString(Untrusted.title("<html>" + "x".repeat(80))))
                .isFalse();
    }

    @Test
    void longTextIsCutInBrief() {
        assertThat(Untrusted.brief("hello")).isEqualTo("hello");
        assertThat(Untrusted.brief("x".repeat(4_000)))
                .startsWith("xxx")
                .endsWith("x\u2026")
                .hasSizeLessThan(150);
        String pairs = Untrusted.brief("\uD83D\uDE00".repeat(4_000));
        assertThat(pairs.codePoints().limit(pairs.codePointCount(0, pairs.length()) - 1))
                .containsOnly(0x1F600);
    }
}
