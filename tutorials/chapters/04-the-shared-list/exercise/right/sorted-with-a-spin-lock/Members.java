import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** The members of a chat, sorted. A spin lock keeps the threads apart. */
public final class Members {
    private final List<String> sorted;
    private final SpinLock door = new SpinLock();

    /** Keeps the names in this list, which is empty. */
    public Members(List<String> names) {
        sorted = names;
    }

    /** Adds the name, unless it is in the list already. Says whether it was added. */
    public boolean join(String name) {
        return door.alone(() -> {
            int place = Collections.binarySearch(sorted, name);
            if (place < 0) {
                sorted.add(-place - 1, name);
            }
            return place < 0;
        });
    }

    /** Takes the name out of the list, if it is there. */
    public void leave(String name) {
        door.alone(() -> {
            int place = Collections.binarySearch(sorted, name);
            if (place >= 0) {
                sorted.subList(place, place + 1).clear();
            }
            return null;
        });
    }

    /** All members that are in the list at this moment. The returned list does not change any more. */
    public List<String> everyone() {
        return door.alone(() -> sorted.stream().toList());
    }

    /** No thread sleeps here, so no thread can be interrupted: it tries until it has got in. */
    private static final class SpinLock {
        private final AtomicBoolean taken = new AtomicBoolean();

        <T> T alone(Supplier<T> work) {
            while (!taken.compareAndSet(false, true)) {
                Thread.onSpinWait();
            }
            try {
                return work.get();
            } finally {
                taken.set(false);
            }
        }
    }
}
