package chatlab.server;

import chatlab.protocol.Event;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/**
 * The file that keeps what was said, as the lines that rich clients see. {@link #append} only takes a line down;
 * {@link #flush} writes it, before anybody is shown it, so what anybody has seen is in the file even when the server is
 * killed. (The machine may still lose it: nothing waits for the disk.)
 *
 * <p>A disk that is full stops nobody from talking: what cannot be written is left out, and the file says how much.
 */
final class Transcript implements AutoCloseable {
    /** The code of the line that names the series; it is repeated so that a tail of the file always has one. */
    static final String RUN = "run";

    /** Bytes between two of these lines. */
    static final int RUN_EVERY = 1024 * 1024;

    private static final String MISSING = "missing";

    /**
     * No process may have this file beside us. Locked is a place behind its end, since on Windows nobody else may read
     * what is locked.
     */
    private static final long LOCKED_PLACE = Long.MAX_VALUE - 1;

    private final FileChannel file;
    private final String run;
    private final Consumer<String> complaints;

    /** Guards {@code pending}, {@code pendingLines} and the writing of {@code appended}. */
    private final Object pendingLock = new Object();

    private ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private int pendingLines;
    private volatile long appended;

    /** Guards the file, the fields below it and the writing of {@code written}; taken before {@code pendingLock}. */
    private final Object fileLock = new Object();

    private long goodLength;
    private long sinceRun = RUN_EVERY;
    private long missingLines;
    private volatile long written;

    Transcript(FileChannel file, String run, Consumer<String> complaints) throws IOException {
        this.file = file;
        this.run = run;
        this.complaints = complaints;
        this.goodLength = file.size();
    }

    /** Opens the file for this server alone. Throws an exception whose message is for people. */
    static FileChannel open(Path path) throws IOException {
        FileChannel file =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            if (file.tryLock(LOCKED_PLACE, 1, false) == null) {
                file.close();
                throw new LockedException();
            }
        } catch (OverlappingFileLockException e) {
            file.close();
            throw new LockedException();
        }
        return file;
    }

    /** Another server writes this transcript. */
    static final class LockedException extends IOException {
        private static final long serialVersionUID = 1;
    }

    /** Takes so many lines down. Never blocks on the disk. */
    void append(byte[] lines, int count) {
        synchronized (pendingLock) {
            pending.writeBytes(lines);
            pendingLines += count;
            appended += lines.length;
        }
    }

    /** Returns when all that was appended before is in the file, or known to be missing there. */
    void flush() {
        long wanted = appended;
        if (written >= wanted) {
            return;
        }
        synchronized (fileLock) {
            if (written < wanted) {
                writePending();
            }
        }
    }

    /** Ends the file with {@code bye}, so that the next start begins with an empty history. */
    @Override
    public void close() throws IOException {
        append(Mail.line(new Event.Bye("", "shutdown", "").print()), 1);
        flush();
        file.close();
    }

    private void writePending() {
        ByteArrayOutputStream lines;
        int count;
        long upTo;
        ByteArrayOutputStream next = new ByteArrayOutputStream();
        synchronized (pendingLock) {
            lines = pending;
            count = pendingLines;
            upTo = appended;
            pending = next;
            pendingLines = 0;
        }
        long missing = missingLines;
        Throwable trouble = null;
        try {
            boolean runIsDue = sinceRun + lines.size() > RUN_EVERY;
            writeWhole(withNotes(lines, runIsDue));
            sinceRun = (runIsDue ? 0 : sinceRun) + lines.size();
            missingLines = 0;
        } catch (IOException | OutOfMemoryError e) {
            missingLines += count;
            trouble = e;
        }
        written = upTo;
        if (trouble != null && missing == 0) {
            complaints.accept(Words.get("transcript.full", trouble.getMessage()));
        } else if (trouble == null && missing > 0) {
            complaints.accept(Words.get("transcript.again", missing));
        }
    }

    private byte[] withNotes(ByteArrayOutputStream lines, boolean runIsDue) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream(lines.size() + 100);
        if (missingLines > 0) {
            whole.writeBytes(Mail.line(new Event.Note(MISSING, Words.get("transcript.missing", missingLines)).print()));
        }
        if (runIsDue) {
            whole.writeBytes(Mail.line(new Event.Note(RUN, run).print()));
        }
        lines.writeTo(whole);
        return whole.toByteArray();
    }

    /** All of it or, as far as the disk lets us, nothing: half a line would spoil the next one. */
    private void writeWhole(byte[] bytes) throws IOException {
        try {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                file.write(buffer, goodLength + buffer.position());
            }
            goodLength += bytes.length;
        } catch (IOException | OutOfMemoryError e) {
            file.truncate(goodLength);
            throw e;
        }
    }
}
