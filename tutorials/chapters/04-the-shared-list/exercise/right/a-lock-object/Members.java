import java.util.ArrayList;
import java.util.List;

public final class Members {
    private final Object lock = new Object();
    private final List<String> names;

    public Members(List<String> names) {
        this.names = names;
    }

    public boolean join(String name) {
        synchronized (lock) {
            boolean isNew = names.stream().noneMatch(name::equals);
            if (isNew) {
                names.add(name);
            }
            return isNew;
        }
    }

    public void leave(String name) {
        synchronized (lock) {
            names.removeIf(name::equals);
        }
    }

    public List<String> everyone() {
        synchronized (lock) {
            return new ArrayList<>(names);
        }
    }
}
