import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

public final class Members {
    private final Lock lock = new ReentrantLock();
    private final List<String> names;

    public Members(List<String> names) {
        this.names = names;
    }

    public boolean join(String name) {
        boolean isFree;
        lock.lock();
        try {
            isFree = !names.contains(name);
        } finally {
            lock.unlock();
        }
        if (isFree) {
            lock.lock();
            try {
                names.add(name);
            } finally {
                lock.unlock();
            }
        }
        return isFree;
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
        try {
            return new ArrayList<>(names);
        } finally {
            lock.unlock();
        }
    }
}
