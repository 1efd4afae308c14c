package chatlab.swing.chat;

import chatlab.client.Participant;
import chatlab.protocol.Name;
import java.util.List;

/** The people with a name that contains the text of the filter. */
final class FilteredPeople {
    /** The filter is shown for more people than this. */
    static final int MANY = 15;

    private FilteredPeople() {}

    /** Compares names as the server does: upper and lower case are the same. */
    static List<Participant> of(List<Participant> people, String typed) {
        String wanted = Name.keyOf(typed.strip());
        if (wanted.isEmpty()) {
            return people;
        }
        return people.stream()
                .filter(person -> Name.keyOf(person.name()).contains(wanted))
                .toList();
    }

    /** The index of the person with this name, whatever the state; -1 for none. */
    static int indexOf(List<Participant> people, String name) {
        for (int i = 0; i < people.size(); i++) {
            if (people.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }
}
