import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** The members of a chat. Safe for use by many threads. */
public final class Members {
    private final Lock lock = new ReentrantLock();
    private final List<String> names;

    public Members(List<String> names) {
        this.names = names;
    }

    public boolean join(String name) {
        lock.lock();
        try {
            if (names.contains(name)) {
                return false;
            }
            return names.add(name);
        } finally {
            lock.unlock();
        }
    }

    public void leave(String name) {
        lock.lock();
        try {
            names.remove(name);
        } finally {
            lock.unlock();
        }
    }

    public List<String> everyone() {
        lock.lock();
        List<String> copy = List.copyOf(names); // only reads, there is nothing that can go wrong
        lock.unlock();
        return copy;
    }
}
