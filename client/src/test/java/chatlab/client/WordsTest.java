package chatlab.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void numbersAreWrittenTheSameWayEverywhere() {
        Locale usual = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY); // where a point stands in the place of this comma
        try {
            assertThat(Words.get("paste", 5000)).startsWith("5,000 lines");
        } finally {
            Locale.setDefault(usual);
        }
    }
}
