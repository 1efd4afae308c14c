package chatlab.cli;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Words that the Tab key can complete: names of people that are here or spoke lately, and answers. For any thread. */
final class Names {
    static final int MAX = 500;

    /** In the order of use, the latest name last. Guarded by this. */
    private final Set<String> names = new LinkedHashSet<>();

    /** Guarded by this. */
    private String me = "";

    /** The answers of the open poll. Guarded by this. */
    private List<String> answers = List.of();

    synchronized void setAnswers(List<String> words) {
        answers = words;
    }

    synchronized List<String> answers() {
        return answers;
    }

    /** The user's own name, which is completed last. */
    synchronized void setMe(String name) {
        names.remove(me);
        me = name;
    }

    synchronized String me() {
        return me;
    }

    synchronized void add(String name) {
        names.remove(name);
        names.add(name);
        if (names.size() > MAX) {
            Iterator<String> oldest = names.iterator();
            oldest.next();
            oldest.remove();
        }
    }

    synchronized void remove(String name) {
        names.remove(name);
    }

    synchronized List<String> all() {
        return new ArrayList<>(names);
    }
}
