package chatlab.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LookAlikesTest {
    @Test
    void wordsOfLookAlikesFoldToLatin() {
        assertThat(LookAlikes.fold("\u0440\u0435\u0442\u0435")).isEqualTo("pete"); // Cyrillic
        assertThat(LookAlikes.fold("\u03ba\u03b1\u03c4\u03b5")).isEqualTo("kate"); // Greek
        assertThat(LookAlikes.fold("\u0570\u0578\u0578")).isEqualTo("hnn"); // Armenian
        assertThat(LookAlikes.fold("\ua731\u1d00\u1d0d")).isEqualTo("sam"); // small capitals
        assertThat(LookAlikes.fold("ill01")).isEqualTo("illol");
    }

    @Test
    void foldingTwiceChangesNothingMore() {
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            String once = LookAlikes.fold(Character.toString(c));
            assertThat(LookAlikes.fold(once)).isEqualTo(once);
        }
    }

    @Test
    void tableHasSmallLettersOnly() {
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            if (!LookAlikes.fold(Character.toString(c)).equals(Character.toString(c))) {
                assertThat(Character.toLowerCase(Character.toUpperCase(c)))
                        .as("U+%04X", c)
                        .isEqualTo(c);
            }
        }
    }
}
