package chatlab.tutorials.grading;

/**
 * Holds one thread at the n-th place that it passes, until it is released. A check calls {@link #pass} in the objects that it
 * hands to the student's code: the places are where that code calls them. Until it is set, threads pass and are not counted.
 */
public final class Hold {
    // Guarded by this
    private boolean set;
    private int at;
    private int passed;
    private Thread held;

    /** From now on places are counted from 1, and the first thread at this one is held; with 0 none is. */
    public synchronized void set(int place) {
        set = true;
        at = place;
        passed = 0;
    }

    /** How many places were passed since it was set. */
    public synchronized int passed() {
        return passed;
    }

    /** A place. */
    public synchronized void pass() {
        if (!set || ++passed != at) {
            return;
        }
        held = Thread.currentThread();
        boolean interrupted = false;
        while (set) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        held = null;
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets the thread go on. No other one is held any more. */
    public synchronized void release() {
        set = false;
        notifyAll();
    }

    /** Whether a thread is held now. */
    public synchronized boolean holds() {
        return held != null;
    }
}
