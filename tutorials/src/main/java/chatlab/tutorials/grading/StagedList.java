package chatlab.tutorials.grading;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;

/** A list for the student's class. It remembers a use by a thread that does not hold the lock which guards it. */
public final class StagedList<T> extends AbstractList<T> {
    private final List<T> lines = new ArrayList<>();
    private final StagedLock lock;
    private volatile String unguarded = "";

    public StagedList(StagedLock lock) {
        this.lock = lock;
    }

    /** For the check: a copy. */
    public List<T> content() {
        lock.lock();
        try {
            return new ArrayList<>(lines);
        } finally {
            lock.unlock();
        }
    }

    /** A use without the lock, in words; empty if there was none. */
    public String unguarded() {
        return unguarded;
    }

    private void use(String method) {
        if (!lock.isHeldByMe()) {
            unguarded = ExerciseMessages.SHARED.get(
                    "list.unguarded", Thread.currentThread().getName(), method);
        }
    }

    @Override
    public T get(int index) {
        use("get");
        return lines.get(index);
    }

    @Override
    public int size() {
        use("size");
        return lines.size();
    }

    @Override
    public void add(int index, T element) {
        use("add");
        modCount++; // as an ArrayList: a loop that changes what it goes through fails
        lines.add(index, element);
    }

    @Override
    public T set(int index, T element) {
        use("set");
        return lines.set(index, element);
    }

    @Override
    public T remove(int index) {
        use("remove");
        modCount++;
        return lines.remove(index);
    }

    @Override
    public void clear() {
        use("clear");
        modCount++;
        lines.clear();
    }
}
