import java.util.ArrayList;
import java.util.List;

/** The members of a chat. Safe for use by many threads. */
public final class Members {
    /** Guarded by itself. */
    private final List<String> names;

    /** Keeps the names in this list, which is empty. */
    public Members(List<String> names) {
        this.names = names;
    }

    /** Adds the name, unless it is in the list already. Says whether it was added. */
    public boolean join(String name) {
        synchronized (names) {
            if (names.contains(name)) {
                return false;
            }
            return names.add(name);
        }
    }

    /** Takes the name out of the list, if it is there. */
    public void leave(String name) {
        synchronized (names) {
            names.remove(name);
        }
    }

    /** All members that are in the list at this moment. The returned list does not change any more. */
    public List<String> everyone() {
        synchronized (names) {
            return new ArrayList<>(names);
        }
    }
}
