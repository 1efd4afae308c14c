package chatlab.client;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.client.NameCompletion.Proposal;
import chatlab.protocol.NaturalOrder;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameCompletionTest {
    private static final List<String> PEOPLE =
            List.of("anton", "Anna", "bob", "swarm10", "swarm2", "Zo\u00eb", "Mary-Ann", "Mary", "\u00c4nne");

    private final NameCompletion completion = new NameCompletion(new NaturalOrder(Locale.ENGLISH));

    @ParameterizedTest
    @CsvSource({
        "an, 0",
        "hi an, 3",
        "(an, 1",
        "@an, 1",
        "see:an, 4",
        "'\"an', 1",
        "/msg an, 5",
        "\u00bfan, 1",
        "line\u2028an, 5",
        "-an, 1",
        "1an, 1",
        "either/an, 7",
        "1/an, 2",
        "bob-an, 4", // no name begins with all of it
        "ask.an, 4",
    })
    void aNameMayBeginBehindAnythingThatIsNoLetter(String text, int start) {
        Proposal proposal = propose(text);
        assertThat(proposal.start()).isEqualTo(start);
        assertThat(proposal.names()).containsExactly("Anna", "\u00c4nne", "anton");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "hi ", "hi\n", "\t", "(", "@", "hi an ", "1", "an3", "x", "woman", "\u00e9an", "e\u0301an"})
    void nothingIsProposedWhereNoNameWasBegun(String text) {
        assertThat(propose(text).names()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/an", "/bob"})
    void nothingIsProposedInTheWordOfACommand(String text) {
        assertThat(propose(text).names()).isEmpty();
    }

    @Test
    void theLongestBeginningThatFitsIsCompleted() {
        assertThat(propose("ask mary-a")).isEqualTo(new Proposal(4, List.of("Mary-Ann")));
        assertThat(propose("swarm1")).isEqualTo(new Proposal(0, List.of("swarm10")));
    }

    @Test
    void onlyTheTextBeforeTheCaretCounts() {
        assertThat(completion.propose("an bo", 2, PEOPLE, "").names()).contains("Anna");
        assertThat(completion.propose("bob", 0, PEOPLE, "").names()).isEmpty();
    }

    @Test
    void anAccentNeedNotBeTypedButCountsWhereItIs() {
        assertThat(propose("zoe").names()).containsExactly("Zo\u00eb");
        assertThat(propose("\u00e4n").names()).containsExactly("\u00c4nne");
        assertThat(propose("A\u0308n").names()).containsExactly("\u00c4nne");
    }

    @Test
    void namesComeInNaturalOrderAndOneselfLast() {
        assertThat(propose("SW").names()).containsExactly("swarm2", "swarm10");
        assertThat(completion.propose("an", 2, PEOPLE, "anna").names()).containsExactly("\u00c4nne", "anton", "Anna");
    }

    @Test
    void eachNameIsProposedOnce() {
        assertThat(completion.propose("b", 1, List.of("bob", "bob"), "").names())
                .containsExactly("bob");
    }

    private Proposal propose(String text) {
        return completion.propose(text, text.length(), PEOPLE, "");
    }
}
