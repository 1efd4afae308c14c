package chatlab.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void numbersAreWrittenTheSameWayOnEveryMachine() {
        Locale usual = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY); // which writes a point in the place of this comma
        try {
            assertThat(new Words(Chat1.class).get("who", 5000, "lobby")).contains("5,000");
        } finally {
            Locale.setDefault(usual);
        }
    }
}
