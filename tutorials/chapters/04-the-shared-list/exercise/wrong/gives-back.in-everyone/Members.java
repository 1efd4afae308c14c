import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** The members of a chat. Safe for use by many threads. */
public final class Members {
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final List<String> names;

    public Members(List<String> names) {
        this.names = names;
    }

    public boolean join(String name) {
        lock.writeLock().lock();
        try {
            if (names.contains(name)) {
                return false;
            }
            return names.add(name);
        } finally {
            lock.writeLock().unlock();
        }
    }

    public void leave(String name) {
        lock.writeLock().lock();
        try {
            names.remove(name);
        } finally {
            lock.writeLock().unlock();
        }
    }

    public List<String> everyone() {
        lock.readLock().lock();
        List<String> copy = List.copyOf(names); // only reads, there is nothing that can go wrong
        lock.readLock().unlock();
        return copy;
    }
}
