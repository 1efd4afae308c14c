import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** The members of a chat, in the order of the alphabet. Safe for use by many threads. */
public final class Members {
    /** As in a telephone book: ada, Bob, cyd. Bob and bob are two names, one behind the other. */
    private static final Comparator<String> ALPHABET =
            String.CASE_INSENSITIVE_ORDER.thenComparing(Comparator.naturalOrder());

    /** Always sorted, so that a name is found fast. Guarded by itself. */
    private final List<String> names;

    /** Keeps the names in this list, which is empty. */
    public Members(List<String> names) {
        this.names = names;
    }

    /** Adds the name, unless it is in the list already. Says whether it was added. */
    public boolean join(String name) {
        synchronized (names) {
            int place = Collections.binarySearch(names, name, ALPHABET);
            if (place >= 0) {
                return false;
            }
            names.add(-place - 1, name);
            return true;
        }
    }

    /** Takes the name out of the list, if it is there. */
    public void leave(String name) {
        synchronized (names) {
            int place = Collections.binarySearch(names, name);
            if (place >= 0) {
                names.remove(place);
            }
        }
    }

    /** All members that are in the list at this moment. The returned list does not change any more. */
    public List<String> everyone() {
        synchronized (names) {
            return new ArrayList<>(names);
        }
    }
}
