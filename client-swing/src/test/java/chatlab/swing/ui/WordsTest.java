package chatlab.swing.ui;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.swing.model.Chat;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void numbersAreWrittenTheSameWayEverywhere() {
        Locale usual = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY); // where a point stands in the place of this comma
        try {
            assertThat(Words.of(Chat.class).get("overflow", 5000)).contains(" 5,000 lines ");
        } finally {
            Locale.setDefault(usual);
        }
    }
}
