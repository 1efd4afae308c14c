import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Several threads may read at once. */
public final class Members {
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final List<String> names;

    public Members(List<String> names) {
        this.names = names;
    }

    public boolean join(String name) {
        lock.writeLock().lock();
        try {
            return !names.contains(name) && names.add(name);
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
        try {
            return List.copyOf(names);
        } finally {
            lock.readLock().unlock();
        }
    }
}
