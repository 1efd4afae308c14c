package chatlab.swing.chat;

import chatlab.client.Participant;
import chatlab.protocol.Name;
import java.util.List;

/** The people whose name contains what was typed into the filter. */
final class FilteredPeople {
    /** With more people than this, a filter helps. */
    static final int MANY = 15;

    private FilteredPeople() {}

    /** Names are compared as everywhere: neither case nor accents on letters of the other form matter. */
    static List<Participant> of(List<Participant> people, String typed) {
        String wanted = Name.keyOf(typed.strip());
        if (wanted.isEmpty()) {
            return people;
        }
        return people.stream()
                .filter(person -> Name.keyOf(person.name()).contains(wanted))
                .toList();
    }

    /** Where this person is in the list; -1 for nobody. Not by their state, which may have changed. */
    static int indexOf(List<Participant> people, String name) {
        for (int i = 0; i < people.size(); i++) {
            if (people.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }
}
