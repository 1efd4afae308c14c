package chatlab.swing.chat;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.client.Participant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PeoplePanelTest {
    private final List<Participant> people = Stream.of("ada", "Bob", "Ren\u00E9e", "cyd")
            .map(name -> new Participant(name, false, false, false, false))
            .toList();

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
