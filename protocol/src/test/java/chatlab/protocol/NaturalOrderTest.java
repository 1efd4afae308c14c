package chatlab.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NaturalOrderTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "swarm1 swarm2 swarm10 swarm11 swarm100",
                "room2.9 room2.10 room10.1",
                "7b 10a 10b",
                "guest99999999999999999999 guest100000000000000000000",
                "a a1 ab",
                "swarm\u0662 swarm\u0661\u0660", // Arabic digits
            })
    void numbersAreSortedByTheirValue(String sorted) {
        assertSorted(Locale.ENGLISH, sorted);
    }

    @Test
    void aZeroBeforeANumberDoesNotMakeItLess() {
        assertSorted(Locale.ENGLISH, "swarm01 swarm2 swarm03 swarm10");
        assertThat(new NaturalOrder(Locale.ENGLISH).compare("swarm01", "swarm1"))
                .isNotZero();
    }

    @Test
    void caseAndAccentsMatterOnlyBetweenNamesThatAreOtherwiseTheSame() {
        assertSorted(Locale.ENGLISH, "abe Ada \u00c4nne Anton bob Bob2 bob10");
        assertSorted(Locale.ENGLISH, "zoe zo\u00eb zoe2 zo\u00eb3");
    }

    @Test
    void lettersAreSortedAsTheLanguageDoes() {
        assertSorted(Locale.GERMAN, "\u00c5sa Bo Zoe");
        assertSorted(Locale.forLanguageTag("sv"), "Bo Zoe \u00c5sa");
    }

    @Test
    void namesOfAnyCharactersHaveOneOrder() {
        Random random = new Random(1);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            StringBuilder name = new StringBuilder();
            random.ints(random.nextInt(6), 0, 14).forEach(c -> name.append("aAbB\u00e4019-_. \u0301\u0661".charAt(c)));
            names.add(name.toString());
        }
        Collections.shuffle(names, random);
        names.sort(new NaturalOrder(Locale.ENGLISH)); // which throws an exception where the order contradicts itself
        for (int i = 1; i < names.size(); i++) {
            assertThat(new NaturalOrder(Locale.ENGLISH).compare(names.get(i - 1), names.get(i)))
                    .isNotPositive();
        }
    }

    private static void assertSorted(Locale locale, String words) {
        List<String> sorted = List.of(words.split(" "));
        List<String> shuffled = new ArrayList<>(sorted);
        Collections.reverse(shuffled);
        shuffled.sort(new NaturalOrder(locale));
        assertThat(shuffled).isEqualTo(sorted);
    }
}
