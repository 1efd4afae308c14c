package chatlab.swing.chat;

import chatlab.swing.model.Person;
import chatlab.swing.ui.Words;
import java.util.ArrayList;
import java.util.List;

/** How somebody is, in words. */
final class PersonWords {
    private static final Words WORDS = Words.of(PersonWords.class);

    private PersonWords() {}

    /** Like "you, muted"; empty for most people. */
    static String state(Person person) {
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

    static String nameAndState(Person person) {
        String state = state(person);
        return state.isEmpty() ? person.name() : WORDS.get("person", person.name(), state);
    }
}
