package chatlab.tutorials;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FoldingTest {
    @Test
    void breaksBetweenWordsAndKeepsTheSpacesWithin() {
        assertThat(Folding.fold("  ada  says   hello", 14, "    ")).containsExactly("  ada  says", "    hello");
    }

    @Test
    void aWordThatIsTooLongStaysWhole() {
        assertThat(Folding.fold("see /a/very/long/path now", 8, "")).containsExactly("see", "/a/very/long/path", "now");
    }
}
