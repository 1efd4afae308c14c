package chatlab.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which two names may be in use at the same time, by two lists of pairs in many scripts. */
class NamesBesideTest {
    static List<Arguments> refused() throws IOException {
        return pairs("names-refused-beside.txt");
    }

    static List<Arguments> allowed() throws IOException {
        return pairs("names-allowed-beside.txt");
    }

    @ParameterizedTest
    @MethodSource("refused")
    void theSecondNameIsRefusedBesideTheFirst(String first, String second) throws Exception {
        Name one = Name.ofPerson(first);
        Name other = Name.ofPerson(second);

        assertThat(other.isTakenFor(one)).as("%s looks like %s", other, one).isTrue();
        assertThat(one.isTakenFor(other)).as("and the other way round").isTrue();
    }

    @ParameterizedTest
    @MethodSource("allowed")
    void namesThatAreEasyToTellApartAreBothAllowed(String first, String second) throws Exception {
        Name one = Name.ofPerson(first);
        Name other = Name.ofPerson(second);

        assertThat(other.isTakenFor(one)).as("%s looks like %s", other, one).isFalse();
    }

    private static List<Arguments> pairs(String file) throws IOException {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(NamesBesideTest.class.getResourceAsStream(file), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" "))
                    .map(pair -> Arguments.of(pair[0], pair[1]))
                    .collect(Collectors.toList());
        }
    }
}
