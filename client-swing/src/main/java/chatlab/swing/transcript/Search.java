package chatlab.swing.transcript;

import java.util.ArrayList;
import java.util.List;

/** Finds a text, whatever the case of its letters. */
final class Search {
    private Search() {}

    /** Where it begins, in rising order; the places do not overlap. None for an empty text. */
    static List<Integer> find(String text, String wanted) {
        List<Integer> places = new ArrayList<>();
        if (wanted.isEmpty()) {
            return places;
        }
        char lower = Character.toLowerCase(wanted.charAt(0));
        char upper = Character.toUpperCase(wanted.charAt(0));
        int last = text.length() - wanted.length();
        for (int i = 0; i <= last; i++) {
            char c = text.charAt(i);
            if ((c == lower || c == upper) && text.regionMatches(true, i, wanted, 0, wanted.length())) {
                places.add(i);
                i += wanted.length() - 1;
            }
        }
        return places;
    }
}
