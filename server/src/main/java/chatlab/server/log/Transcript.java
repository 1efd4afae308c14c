package chatlab.server.log;

import static chatlab.server.support.ServerWords.WORDS;

import chatlab.protocol.Event;
import chatlab.server.delivery.Batch;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The file with all messages, as the lines that rich clients see. {@link #append} only collects lines; {@link #flush} writes
 * them, and does so before any client is sent them. So each line that a client has seen is in the file, even when the server is
 * killed. (The machine may still lose it: no thread waits for the disk.)
 *
 * <p>When the disk is full, the chat goes on: lines that cannot be written are left out, and the file says how many. Lines that
 * take back earlier ones are written late: otherwise what was removed would come back after a restart.
 *
 * <p>Other programs may change the file while the server runs. The transcript always writes at the real end of the file, and
 * looks at the path once a second: if the file was moved, removed or replaced, it goes on in the file that is there now, or in
 * a new one, and complains. Safe for use by several threads.
 */
public final class Transcript implements AutoCloseable {
    /** The code of the line that names the run. It is repeated, so that each tail of the file has one. */
    static final String RUN = "run";

    /** Bytes between two of these lines. */
    static final int RUN_EVERY = 1024 * 1024;

    /** The code of the line that says: the earlier messages of this room are not shown again. */
    static final String CLEARED = "cleared";

    /** The code of the line that says: earlier lines of this run are not in this file. */
    static final String CUT = "cut";

    /** The code of the line that says: so many lines could not be written here. */
    static final String MISSING = "missing";

    /** Bytes of the lines that are written late: some thousands of lines. */
    private static final int MOST_LATE = 1024 * 1024;

    /** Nanoseconds between two looks at the path. */
    private static final long LOOK_EVERY = TimeUnit.SECONDS.toNanos(1);

    /**
     * The byte that is locked, so that no other server writes to this file. It lies behind the end, since on Windows no other
     * program can read what is locked.
     */
    private static final long LOCKED_PLACE = Long.MAX_VALUE - 1;

    private final Path path;
    private final String run;
    private final Consumer<String> complaints;

    private final PendingLines pending = new PendingLines();

    /** Guards the file, the fields below it and the writing of {@code written}. */
    private final Object fileLock = new Object();

    private FileChannel file;

    /** Identifies the file, whatever its path; null on a system that has no such key. */
    private Object fileKey;

    /** Only a regular file has a length and a path to look at; a device like /dev/full has not. */
    private boolean isRegular;

    private long goodLength;
    private long lookedAt = System.nanoTime();
    private boolean isCut;
    private boolean needsLineEnd;
    private long sinceRun = RUN_EVERY;
    private boolean isFull;
    private long missingLines;

    /** Lines that take back earlier ones, and that could not be written yet. */
    private final ByteArrayOutputStream late = new ByteArrayOutputStream();

    private volatile long written;

    /** Writes to {@code file}, which was opened at {@code path}. */
    Transcript(Path path, FileChannel file, String run, Consumer<String> complaints) throws IOException {
        this.path = path;
        this.run = run;
        this.complaints = complaints;
        use(file);
        needsLineEnd = !endsWithLine();
    }

    /** Called by the constructor and, under the lock, by {@link #lookAtPath}. */
    private void use(FileChannel opened) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
        goodLength = opened.size();
        file = opened;
        fileKey = attributes.fileKey();
        isRegular = attributes.isRegularFile();
    }

    /** Where it was opened. */
    public Path path() {
        return path;
    }

    /** Opens and locks the file. */
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

    /** Collects {@code count} lines. Never waits for the disk. */
    void append(byte[] lines, int count) {
        pending.add(lines, count);
    }

    /** The same for a line that takes back what earlier lines say. */
    void appendTakingBack(byte[] line) {
        pending.addTakingBack(line);
    }

    /** Collects a line for a report, with a code of {@link TranscriptEntry} and the time. {@code name} is empty for the server itself. */
    void appendNote(String code, String name) {
        String words = Instant.now().truncatedTo(ChronoUnit.MILLIS) + (name.isEmpty() ? "" : " " + name);
        append(note(code, words), 1);
    }

    /** Writes all lines that were appended before, or counts them as missing. */
    public void flush() {
        long wanted = pending.appended();
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
        appendNote(TranscriptEntry.END, "");
        append(Batch.line(new Event.Bye("", "shutdown", "").print()), 1);
        flush();
        synchronized (fileLock) {
            file.close();
        }
    }

    private void writePending() {
        PendingLines.Taken taken = pending.take();
        ByteArrayOutputStream lines = taken.all();
        boolean wasFull = isFull;
        long missing = missingLines;
        Throwable trouble = null;
        try {
            lookAtPath();
            lookAtLength();
            boolean runIsDue = sinceRun + lines.size() > RUN_EVERY;
            writeWhole(withNotes(lines, runIsDue));
            sinceRun = (runIsDue ? 0 : sinceRun) + lines.size();
            missingLines = 0;
            late.reset();
            isCut = false;
            needsLineEnd = false;
        } catch (IOException | OutOfMemoryError e) {
            missingLines += taken.keepTakingBack(late, MOST_LATE);
            trouble = e;
        }
        isFull = trouble != null;
        written = taken.upTo();
        if (isFull && !wasFull) {
            complaints.accept(WORDS.get("transcript.full", TranscriptFile.why(trouble)));
        } else if (!isFull && wasFull) {
            complaints.accept(WORDS.get("transcript.again", missing));
        }
    }

    private byte[] withNotes(ByteArrayOutputStream lines, boolean runIsDue) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream(late.size() + lines.size() + 100);
        if (needsLineEnd) {
            whole.write('\n');
        }
        if (runIsDue) { // first of all: by this line a file is known to be a transcript
            whole.writeBytes(note(RUN, run));
        }
        if (missingLines > 0) {
            whole.writeBytes(note(MISSING, WORDS.get("transcript.missing", missingLines)));
        }
        if (isCut) {
            whole.writeBytes(note(CUT, WORDS.get("transcript.cut")));
        }
        late.writeTo(whole);
        lines.writeTo(whole);
        return whole.toByteArray();
    }

    private static byte[] note(String code, String words) {
        return Batch.line(new Event.Note(code, words).print());
    }

    /** Once a second: after the file was moved or removed, later lines would go with it. */
    private void lookAtPath() throws IOException {
        if (!isRegular || System.nanoTime() - lookedAt < LOOK_EVERY) {
            return;
        }
        if (!isAtItsPath()) {
            if (Files.exists(path) && !Files.isRegularFile(path)) { // a pipe or a device keeps nothing
                throw new IOException(WORDS.get("transcript.foreign", path));
            }
            FileChannel before = file;
            FileChannel other = open(path);
            try {
                if (!TranscriptTail.isOurs(other)) {
                    throw new IOException(WORDS.get("transcript.foreign", path));
                }
                use(other);
            } catch (IOException e) {
                other.close();
                throw e;
            }
            before.close();
            goOnBehindOtherLines();
            complaints.accept(WORDS.get("transcript.moved", path));
        }
        lookedAt = System.nanoTime(); // only now: while it cannot be opened, each write tries again
    }

    private boolean isAtItsPath() throws IOException {
        try {
            Object key = Files.readAttributes(path, BasicFileAttributes.class).fileKey();
            return Objects.equals(key, fileKey);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** Writing at the old end would put zeros into a file that is shorter now, and overwrite lines in a longer one. */
    private void lookAtLength() throws IOException {
        if (isRegular && file.size() != goodLength) {
            goodLength = file.size();
            goOnBehindOtherLines();
            complaints.accept(WORDS.get("transcript.changed", path));
        }
    }

    /** Another program has changed the file: name the run again, and begin a new line. */
    private void goOnBehindOtherLines() throws IOException {
        sinceRun = RUN_EVERY;
        isCut = true;
        needsLineEnd = !endsWithLine();
    }

    /** Whether the next line can begin at the end of the file. */
    private boolean endsWithLine() throws IOException {
        ByteBuffer last = ByteBuffer.allocate(1);
        return goodLength == 0 || file.read(last, goodLength - 1) < 1 || last.get(0) == '\n';
    }

    /** Writes all bytes or, if the disk permits, none: half a line would spoil the next one. */
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
