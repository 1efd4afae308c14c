package chatlab.swing.net;

import java.util.function.BooleanSupplier;
import javax.swing.SwingUtilities;

/** Does what there is to do on the event dispatch thread, a slice at a time, so that keys, mouse and painting get their turn. */
final class Drain {
    private static final long SLICE_NANOS = 5_000_000;

    private final BooleanSupplier next;
    private final Runnable afterSlice;

    /** Whether a slice is due or under way. */
    private boolean busy;

    private boolean closed;

    /** {@code next} does a little and says whether there was anything to do; after some of that, {@code afterSlice} is run. */
    Drain(BooleanSupplier next, Runnable afterSlice) {
        this.next = next;
        this.afterSlice = afterSlice;
    }

    /** Goes on until there is nothing left, which may take more slices than this one. */
    void empty() {
        if (busy || closed) {
            return;
        }
        busy = true;
        try {
            busy = !emptyUntil(System.nanoTime() + SLICE_NANOS);
        } finally {
            if (busy) { // also after an exception: the rest is still there
                SwingUtilities.invokeLater(this::nextSlice);
            }
        }
        afterSlice.run();
    }

    private void nextSlice() {
        busy = false;
        empty();
    }

    /** Says whether there is nothing left. */
    private boolean emptyUntil(long end) {
        while (!closed) {
            if (!next.getAsBoolean()) {
                return true;
            }
            if (System.nanoTime() - end >= 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether nothing was left. */
    boolean isDone() {
        return !busy;
    }

    /** The rest is of no interest any more. */
    void close() {
        closed = true;
    }
}
