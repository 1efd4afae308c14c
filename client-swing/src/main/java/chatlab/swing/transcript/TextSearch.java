package chatlab.swing.transcript;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import javax.swing.text.Position;

/** Finds a text in a document, ignoring case, and moves from place to place. */
final class TextSearch {
    private final TranscriptDocument document;

    private String wanted = "";
    private List<Integer> places = List.of();

    /** The current place; null before the first. It moves with its text while messages are added and forgotten. */
    private Position current;

    TextSearch(TranscriptDocument document) {
        this.document = document;
    }

    /** Searches for this text; the newest place becomes the current place. */
    void begin(String text) {
        wanted = text;
        places = find(document.all(), wanted);
        moveTo(places.size() - 1);
    }

    /** Moves to the next newer place for 1, to the next older place for -1; the newest follows the oldest. */
    void go(int by) {
        places = find(document.all(), wanted);
        int index = index();
        int newer = -index - 1; // where the forgotten place was, see binarySearch
        moveTo(index >= 0 ? index + by : by > 0 ? newer : newer - 1);
    }

    /** Searches again. Keeps the current place, or moves to the next older place if the text there is forgotten. */
    void again() {
        places = find(document.all(), wanted);
        if (index() < 0) {
            moveTo(Math.max(0, -index() - 2));
        }
    }

    /** All places that the last search found. */
    List<Integer> places() {
        return places;
    }

    /** The index of the current place; negative for none. */
    int index() {
        return current == null ? -places.size() - 1 : Collections.binarySearch(places, current.getOffset());
    }

    /** The offset of the current place after a new search; empty if the text there is forgotten. */
    OptionalInt place() {
        places = find(document.all(), wanted);
        return index() < 0 ? OptionalInt.empty() : OptionalInt.of(current.getOffset());
    }

    private void moveTo(int index) {
        if (!places.isEmpty()) {
            current = document.position(places.get(Math.floorMod(index, places.size())));
        }
    }

    /** The offsets in rising order; places do not overlap. None for an empty text. */
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
