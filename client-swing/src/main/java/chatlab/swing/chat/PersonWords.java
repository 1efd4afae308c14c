package chatlab.swing.chat;

import chatlab.client.Participant;
import chatlab.protocol.Words;
import java.util.ArrayList;
import java.util.List;

/** How somebody is, in words. */
final class PersonWords {
    private static final Words WORDS = new Words(PersonWords.class);

    private PersonWords() {}

    /** Like "you, muted"; empty for most people. */
    static String state(Participant person) {
        List<String> states = new ArrayList<>();
        if (person.me()) {
            states.add(WORDS.get("person.me"));
        }
        if (person.instructor()) {
            states.add(WORDS.get("person.instructor"));
        }
        if (person.muted()) {
            states.add(WORDS.get("person.muted"));
        }
        if (person.lost()) {
            states.add(WORDS.get("person.lost"));
        }
        return String.join(WORDS.get("person.between"), states);
    }

    static String nameAndState(Participant person) {
        String state = state(person);
        return state.isEmpty() ? person.name() : WORDS.get("person", person.name(), state);
    }
}
