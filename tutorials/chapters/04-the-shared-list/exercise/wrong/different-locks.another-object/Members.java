import java.util.ArrayList;
import java.util.List;

/** The members of a chat. Safe for use by many threads. */
public final class Members {
    private final List<String> names;
    /** What the last call was, and the lock. */
    private volatile String last = "none";

    public Members(List<String> names) {
        this.names = names;
    }

    public boolean join(String name) {
        synchronized (last) {
            boolean isNew = !names.contains(name) && names.add(name);
            last = "join " + name;
            return isNew;
        }
    }

    public void leave(String name) {
        synchronized (last) {
            names.remove(name);
            last = "leave " + name;
        }
    }

    public List<String> everyone() {
        synchronized (last) {
            List<String> copy = new ArrayList<>(names);
            last = "everyone at " + copy.size();
            return copy;
        }
    }
}
