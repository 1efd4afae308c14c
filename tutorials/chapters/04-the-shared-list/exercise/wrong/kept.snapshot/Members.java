import java.util.List;
import java.util.concurrent.Semaphore;

/** Changes go one after the other. Readers get the copy that the last change has left behind. */
public final class Members {
    private final Semaphore changing = new Semaphore(1);
    private final List<String> names;
    private volatile List<String> snapshot = List.of();

    public Members(List<String> names) {
        this.names = names;
    }

    public boolean join(String name) {
        return change(() -> !names.contains(name) && names.add(name));
    }

    public void leave(String name) {
        change(() -> names.remove(name));
    }

    public List<String> everyone() {
        return snapshot;
    }

    private boolean change(java.util.function.BooleanSupplier work) {
        changing.acquireUninterruptibly();
        try {
            boolean changed = work.getAsBoolean();
            snapshot = List.copyOf(names);
            return changed;
        } finally {
            changing.release();
        }
    }
}
