package chatlab.swing.net;

import java.util.function.Consumer;
import javax.swing.SwingUtilities;

/** Empties an inbox on the event dispatch thread, a slice at a time, so that keys, mouse and painting get their turn. */
final class Drain {
    private static final long SLICE_NANOS = 5_000_000;

    private final Inbox inbox;
    private final Consumer<Item> handler;
    private final Runnable afterSlice;

    /** Whether a slice is due or under way. */
    private boolean busy;

    private boolean closed;

    /** Gives each item to {@code handler}, and runs {@code afterSlice} after some of them. */
    Drain(Inbox inbox, Consumer<Item> handler, Runnable afterSlice) {
        this.inbox = inbox;
        this.handler = handler;
        this.afterSlice = afterSlice;
    }

    /** Goes on until the inbox is empty, which may take more slices than this one. */
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
            Item item = inbox.take();
            if (item == null) {
                return true;
            }
            handler.accept(item);
            if (System.nanoTime() - end >= 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether the inbox was found empty. */
    boolean isDone() {
        return !busy;
    }

    /** The rest is of no interest any more. */
    void close() {
        closed = true;
    }
}
