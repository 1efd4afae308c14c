import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** One call after the other. A semaphore belongs to no thread. */
public final class Members {
    private final Semaphore turn = new Semaphore(1);
    private final List<String> names;

    public Members(List<String> names) {
        this.names = names;
    }

    public boolean join(String name) {
        return inTurn(() -> !names.contains(name) && names.add(name));
    }

    public void leave(String name) {
        inTurn(() -> names.remove(name));
    }

    public List<String> everyone() {
        return inTurn(() -> List.copyOf(names));
    }

    private <T> T inTurn(Supplier<T> work) {
        turn.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            turn.release();
        }
    }
}
