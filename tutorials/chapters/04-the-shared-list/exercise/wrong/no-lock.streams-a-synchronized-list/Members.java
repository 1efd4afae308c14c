import java.util.Collections;
import java.util.List;

/** The members of a chat. Safe for use by many threads. */
public final class Members {
    /** Each method of a synchronized list holds the list's lock. */
    private final List<String> names;

    public Members(List<String> names) {
        this.names = Collections.synchronizedList(names);
    }

    public boolean join(String name) {
        synchronized (names) { // two calls in one step
            return !names.contains(name) && names.add(name);
        }
    }

    public void leave(String name) {
        names.remove(name);
    }

    public List<String> everyone() {
        return names.stream().toList();
    }
}
