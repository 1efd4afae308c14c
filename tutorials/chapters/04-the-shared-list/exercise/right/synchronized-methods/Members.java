import java.util.List;

public final class Members {
    private final List<String> names;

    public Members(List<String> names) {
        this.names = names;
    }

    public synchronized boolean join(String name) {
        if (names.contains(name)) {
            return false;
        }
        return names.add(name);
    }

    public synchronized void leave(String name) {
        names.remove(name);
    }

    public synchronized List<String> everyone() {
        return List.copyOf(names);
    }
}
