package chatlab.swing.hood;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Whether a thread was busy, in the last looks at it. Safe for use by several threads: this lock guards the field. */
final class History {
    static final int LENGTH = 60;

    private final Deque<Boolean> samples = new ArrayDeque<>();

    synchronized void add(boolean busy) {
        samples.add(busy);
        if (samples.size() > LENGTH) {
            samples.remove();
        }
    }

    /** The oldest first. */
    synchronized List<Boolean> samples() {
        return List.copyOf(samples);
    }
}
