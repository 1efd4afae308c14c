package chatlab.swing.model;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.protocol.Name;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SuggestionTest {
    private final Suggestion suggestion = new Suggestion();

    @ParameterizedTest
    @CsvSource({
        "ada, ada2",
        "ada2, ada3",
        "r2d2, r2d3",
        "teacher, visitor2", // nor with a number
        "abcdefghijklmnopqrst, abcdefghijklmnopqrs2",
        "1ada, ada2",
        "ada lovelace, adalovelace2",
        "guest5, visitor2",
        "?!, visitor2",
        "\u0430da, visitor2"
    })
    void isLikeTheWantedName(String wanted, String suggested) {
        assertThat(suggestion.instead(wanted, other -> false)).isEqualTo(suggested);
    }

    @Test
    void suggestionIsNeitherInUseNorRefused() {
        Set<String> here = Set.of("ada2", "ada4");
        assertThat(suggestion.instead("ada", here::contains)).isEqualTo("ada3");
        assertThat(suggestion.instead("ada3", here::contains)).isEqualTo("ada5");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u6f22\u5b57\u6f22\u5b57\u6f22\u5b57\u6f22\u5b57\u6f22\u5b57\u6f22\u5b57",
                "",
                "Zo\u00eb",
                "...",
                "a\u0301\u0301\u0301"
            })
    void isAlwaysAPossibleName(String wanted) throws Exception {
        for (int i = 0; i < 150; i++) {
            wanted = suggestion.instead(wanted, other -> false);
            Name.ofPerson(wanted);
        }
    }
}
