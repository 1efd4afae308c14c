package chatlab.server.log;

import static chatlab.server.support.ServerWords.WORDS;

import chatlab.server.support.CannotStartException;
import chatlab.server.support.Settings;
import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * The transcript as found at the start, and the run of messages that begins with it or goes on.
 *
 * @param transcript null when the server keeps none
 * @param resumed whether the run of the last server goes on
 */
public record TranscriptFile(Transcript transcript, MessageRun messageRun, boolean resumed) {
    private static final int SMALLEST_TAIL = 2 * Transcript.RUN_EVERY;
    private static final int BYTES_EACH = 512;

    /** About how many bytes of memory a message of the history takes. */
    private static final int BYTES_IN_MEMORY = 1024;

    private static final int LARGEST_TAIL = 256 * 1024 * 1024;

    /** How far before the end the last message is looked for. */
    private static final int FURTHEST_MESSAGE = 64 * 1024 * 1024;

    /** The part of the memory that may be read for that: where all of it are messages, they take some four times as much. */
    private static final int MEMORY_FOR_TAIL = 8;

    /**
     * Opens the transcript and resumes its run, when the last server was not closed properly or {@code --resume} asks for it.
     * Otherwise the run is new, so the next class does not read the words of the last one. A transcript of the usual name that
     * cannot be written is in the user's home folder instead.
     */
    public static TranscriptFile open(Settings settings, Consumer<String> complaints) throws CannotStartException {
        if ((long) settings.history() * BYTES_IN_MEMORY > Runtime.getRuntime().maxMemory() / 2) {
            throw new CannotStartException(tooMuchHistory(settings));
        }
        if (settings.transcript().equals("none")) {
            return new TranscriptFile(null, MessageRun.fresh(), false);
        }
        try {
            return open(Path.of(settings.transcript()), settings, complaints);
        } catch (IOException | InvalidPathException e) {
            if (settings.isTranscriptGiven()) {
                throw cannotWrite(settings.transcript(), e);
            }
            return openAtHome(settings, complaints);
        }
    }

    /** The folder that the server was started in may be read-only, like a USB stick. */
    private static TranscriptFile openAtHome(Settings settings, Consumer<String> complaints)
            throws CannotStartException {
        String path = System.getProperty("user.home") + File.separator + settings.transcript();
        try {
            return open(Path.of(path), settings, complaints);
        } catch (IOException | InvalidPathException e) {
            throw cannotWrite(path, e);
        }
    }

    private static CannotStartException cannotWrite(String path, Exception e) {
        return new CannotStartException(WORDS.get("start.transcript", path, why(e)));
    }

    private static TranscriptFile open(Path path, Settings settings, Consumer<String> complaints)
            throws IOException, CannotStartException {
        try {
            FileChannel file = Transcript.open(path);
            if (!TranscriptTail.isOurs(file)) { // another program's file must not be cut
                file.close();
                throw new CannotStartException(WORDS.get("start.foreign", path));
            }
            TranscriptTail tail = TranscriptTail.read(file, tailBytes(settings.history()));
            boolean wanted = !settings.fresh() && (settings.resume() || !tail.closed()) && tail.length() > 0;
            if (wanted) {
                tail = withLastMessage(tail, file, tailBytes(settings.history()));
            }
            file.truncate(tail.length());
            boolean resumed = wanted && MessageRun.canResume(tail);
            if (wanted && !resumed) {
                complaints.accept(WORDS.get("transcript.anew", path));
            }
            MessageRun messageRun = resumed ? MessageRun.resumed(tail) : MessageRun.fresh();
            Transcript transcript = new Transcript(path, file, messageRun.name(), complaints);
            transcript.appendNote(TranscriptEntry.START, "");
            return new TranscriptFile(transcript, messageRun, resumed);
        } catch (Transcript.LockedException e) {
            throw new CannotStartException(WORDS.get("start.locked", path));
        } catch (OutOfMemoryError e) {
            throw new CannotStartException(tooMuchHistory(settings));
        }
    }

    /**
     * Reads further back, where no message is in {@code tail}: a class may have reported much since the last one, and the run
     * goes on from its number. Twice as much each time, so that the earlier times cost little.
     *
     * @param bytes how much of the file is in {@code tail}
     */
    private static TranscriptTail withLastMessage(TranscriptTail tail, FileChannel file, int bytes) throws IOException {
        TranscriptTail longer = tail;
        long most = Math.min(FURTHEST_MESSAGE, Runtime.getRuntime().maxMemory() / MEMORY_FOR_TAIL);
        int read = bytes;
        while (longer.cut() && longer.lastId() == 0 && read < Math.min(most, file.size())) {
            read = (int) Math.min(most, 2L * read);
            longer = TranscriptTail.read(file, read);
        }
        return longer;
    }

    /** Ends the transcript, if there is one. */
    public void close(Consumer<String> complaints) {
        if (transcript != null) {
            try {
                transcript.close();
            } catch (IOException e) {
                complaints.accept(WORDS.get("transcript.full", e.getMessage()));
            }
        }
    }

    private static String tooMuchHistory(Settings settings) {
        long megabytes = Runtime.getRuntime().maxMemory() / (1024 * 1024);
        return WORDS.get("start.history", settings.history(), megabytes);
    }

    private static int tailBytes(int messages) {
        return (int) Math.min(LARGEST_TAIL, Math.max(SMALLEST_TAIL, (long) messages * BYTES_EACH));
    }

    /** The reason in words: exceptions of the file system name the path only, their class says what is wrong with it. */
    public static String why(Throwable e) {
        if (e instanceof NoSuchFileException) {
            return WORDS.get("start.no-folder");
        } else if (e instanceof AccessDeniedException) {
            return WORDS.get("start.not-allowed");
        } else if (e instanceof Transcript.LockedException) {
            return WORDS.get("transcript.locked");
        }
        return e.getMessage();
    }
}
