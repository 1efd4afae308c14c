package chatlab.server.log;

import java.io.ByteArrayOutputStream;

/**
 * Collects the lines of the transcript that are not written yet. Some take back what earlier lines say: that a message was removed,
 * or a history cleared. Safe for use by several threads.
 */
final class PendingLines {
    /** Guards all fields, but {@code appended} for reading. */
    private final Object lock = new Object();

    private Taken pending = new Taken();
    private volatile long appended;

    /** The lines that were collected until a moment. For one thread at a time. */
    static final class Taken {
        private final ByteArrayOutputStream all = new ByteArrayOutputStream();
        private final ByteArrayOutputStream takingBack = new ByteArrayOutputStream();
        private int count;
        private int countTakingBack;
        private long upTo;

        ByteArrayOutputStream all() {
            return all;
        }

        /** How many bytes were ever collected when these were taken. */
        long upTo() {
            return upTo;
        }

        /** Adds those lines to {@code late} that take something back, if there is room. Returns how many others there are. */
        int keepTakingBack(ByteArrayOutputStream late, int room) {
            if (late.size() + takingBack.size() > room) {
                return count;
            }
            late.writeBytes(takingBack.toByteArray());
            return count - countTakingBack;
        }
    }

    void add(byte[] lines, int count) {
        synchronized (lock) {
            pending.all.writeBytes(lines);
            pending.count += count;
            appended += lines.length;
        }
    }

    /** Adds a line that takes back what earlier lines say. */
    void addTakingBack(byte[] line) {
        synchronized (lock) {
            add(line, 1);
            pending.takingBack.writeBytes(line);
            pending.countTakingBack++;
        }
    }

    /** How many bytes were ever collected. */
    long appended() {
        return appended;
    }

    /** Takes out all lines. */
    Taken take() {
        Taken next = new Taken(); // outside the lock: there may be no memory for it
        synchronized (lock) {
            Taken taken = pending;
            taken.upTo = appended;
            pending = next;
            return taken;
        }
    }
}
