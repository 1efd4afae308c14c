import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A lock of its own: a door with one key, taken with compare-and-set. Who finds it closed tries again, and is RUNNABLE meanwhile. */
public final class Members {
    private final List<String> names;
    private final AtomicReference<Thread> inside = new AtomicReference<>();

    public Members(List<String> names) {
        this.names = names;
    }

    public boolean join(String name) {
        return alone(() -> place(name) < 0 && names.add(name));
    }

    public void leave(String name) {
        alone(() -> {
            int place = place(name);
            return place < 0 ? null : names.remove(place);
        });
    }

    public List<String> everyone() {
        return alone(
                () -> IntStream.range(0, names.size()).mapToObj(names::get).collect(Collectors.toUnmodifiableList()));
    }

    private int place(String name) {
        return IntStream.range(0, names.size())
                .filter(i -> names.get(i).equals(name))
                .findFirst()
                .orElse(-1);
    }

    private <T> T alone(Supplier<T> work) {
        while (!inside.compareAndSet(null, Thread.currentThread())) {
            Thread.onSpinWait();
        }
        try {
            return work.get();
        } finally {
            inside.set(null);
        }
    }
}
