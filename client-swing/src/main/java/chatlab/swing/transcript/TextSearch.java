package chatlab.swing.transcript;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import javax.swing.text.BadLocationException;
import javax.swing.text.Position;

/** Finds a text in a document, whatever the case of its letters, and goes from one place to the next. */
final class TextSearch {
    private final TranscriptDocument document;

    private String wanted = "";
    private List<Integer> places = List.of();

    /** The place to go on from; null before there is one. It moves with its text: messages come and are forgotten meanwhile. */
    private Position current;

    TextSearch(TranscriptDocument document) {
        this.document = document;
    }

    /** Begins with the newest place. */
    void begin(String text) {
        wanted = text;
        places = find(document.all(), wanted);
        moveTo(places.size() - 1);
    }

    /** Goes to the next newer place for 1, to the next older one for -1; they go round. */
    void go(int by) {
        places = find(document.all(), wanted);
        int index = index();
        int newer = -index - 1; // of the place that is gone, see binarySearch
        moveTo(index >= 0 ? index + by : by > 0 ? newer : newer - 1);
    }

    /** Looks again for all places, and stays where it was, or goes to the next older one if that is gone. */
    void again() {
        places = find(document.all(), wanted);
        if (index() < 0) {
            moveTo(Math.max(0, -index() - 2));
        }
    }

    /** All places, as of the last time that this was asked to do something. */
    List<Integer> places() {
        return places;
    }

    /** Which of them is to be shown; negative for none. */
    int index() {
        return current == null ? -places.size() - 1 : Collections.binarySearch(places, current.getOffset());
    }

    /** Where the one that was to be shown is now; empty where it is no longer there. */
    OptionalInt place() {
        places = find(document.all(), wanted);
        return index() < 0 ? OptionalInt.empty() : OptionalInt.of(current.getOffset());
    }

    private void moveTo(int index) {
        if (!places.isEmpty()) {
            try {
                current = document.createPosition(places.get(Math.floorMod(index, places.size())));
            } catch (BadLocationException e) {
                throw new IllegalStateException(e);
            }
        }
    }

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
