package chatlab.swing.chat;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.client.Participant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeoplePanelTest {
    private final List<Participant> people = Stream.of("ada", "Bob", "Ren\u00E9e", "cyd")
            .map(name -> new Participant(name, false, false, false, false))
            .toList();

    @ParameterizedTest
    @CsvSource({"localhost:8081, true", "127.0.0.1:8081, true", "[::1]:8081, true", "192.168.55.13:8081, false"})
    void addressOfThisMachineIsOfNoUseToOthers(String server, boolean loopback) {
        assertThat(PeoplePanel.isLoopback(server)).isEqualTo(loopback);
    }

    @Test
    void emptyFilterShowsAllPeople() {
        assertThat(PeoplePanel.filtered(people, "  ")).isEqualTo(people);
    }

    @Test
    void filterFindsPartsOfNamesInAnyCase() {
        assertThat(names("O")).containsExactly("Bob");
        assertThat(names("d")).containsExactly("ada", "cyd");
        assertThat(names("Rene\u0301")).containsExactly("Ren\u00E9e");
        assertThat(names("zoe")).isEmpty();
    }

    private List<String> names(String typed) {
        return PeoplePanel.filtered(people, typed).stream()
                .map(Participant::name)
                .toList();
    }
}
