import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

public final class Members {
    private final List<String> names;

    public Members(List<String> names) {
        this.names = Collections.synchronizedList(names);
    }

    public boolean join(String name) {
        if (names.contains(name)) {
            return false;
        }
        return names.add(name);
    }

    public void leave(String name) {
        names.remove(name);
    }

    public List<String> everyone() {
        synchronized (names) {
            return new ArrayList<>(names);
        }
    }
}
