package chatlab.swing.chat;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.client.Participant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FilteredPeopleTest {
    private final List<Participant> people = Stream.of("ada", "Bob", "Ren\u00E9e", "cyd")
            .map(name -> new Participant(name, false, false, false, false))
            .toList();

    @Test
    void emptyFilterShowsAllPeople() {
        assertThat(FilteredPeople.of(people, "  ")).isSameAs(people);
    }

    @Test
    void filterFindsPartsOfNamesInAnyCase() {
        assertThat(names("O")).containsExactly("Bob");
        assertThat(names("d")).containsExactly("ada", "cyd");
        assertThat(names("Rene\u0301")).containsExactly("Ren\u00E9e");
        assertThat(names("zoe")).isEmpty();
    }

    @Test
    void personIsFoundByNameWhateverTheState() {
        assertThat(FilteredPeople.indexOf(people, "Bob")).isEqualTo(1);
        assertThat(FilteredPeople.indexOf(people, "eve")).isEqualTo(-1);
    }

    private List<String> names(String typed) {
        return FilteredPeople.of(people, typed).stream().map(Participant::name).toList();
    }
}
