package chatlab.server.log;

import chatlab.protocol.BadLineException;
import chatlab.protocol.Chat1;
import chatlab.protocol.ClassroomEvent;
import chatlab.protocol.EndlessLineException;
import chatlab.protocol.Event;
import chatlab.protocol.EventLine;
import chatlab.protocol.LineReader;
import chatlab.protocol.Text;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;

/**
 * Reads a whole transcript as a stream, whatever its length. Lines that are torn or changed are counted and left out. Not safe
 * for use by several threads.
 */
public final class TranscriptReader implements AutoCloseable {
    private static final int BUFFER = 64 * 1024;

    /** A file with so many unreadable lines, and no line of a transcript before them, is something else. */
    private static final int TOO_MANY = 1000;

    /** The key with the time, in the lines of the classroom that have none for clients. */
    static final String AT = "at";

    /** The key that says how a hand went down. */
    static final String END = "end";

    private static final String GONE = "GONE ";
    private static final String NOTE = "NOTE ";

    private final InputStream in;

    /** Whether only the entries about removed messages are wanted: the other lines need not be parsed for that. */
    private final boolean onlyRemovals;

    private LineReader lines;

    /** Until the first line that names a run: no name has a blank, so this is taken for no other run. */
    private String run;

    private Instant at = Instant.EPOCH;
    private boolean isOurs;
    private long unreadable;
    private boolean missing;

    private TranscriptReader(Path file, boolean onlyRemovals) throws IOException {
        this.onlyRemovals = onlyRemovals;
        this.in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        this.lines = new LineReader(in, Chat1.SERVER_LINE);
        this.run = "before " + file;
    }

    public static TranscriptReader open(Path file) throws IOException {
        return new TranscriptReader(file, false);
    }

    /** The same, but it may leave out entries that do not tell of a removed message. */
    public static TranscriptReader openForRemovals(Path file) throws IOException {
        return new TranscriptReader(file, true);
    }

    /** Whether this file begins as a transcript does. False for an empty one. */
    public static boolean isTranscript(Path file) throws IOException {
        try (TranscriptReader reader = open(file)) {
            return reader.next() != null || reader.isOurs;
        }
    }

    /**
     * The next entry, or null at the end.
     *
     * @throws NoTranscriptException if the file is something else
     */
    public TranscriptEntry next() throws IOException {
        while (true) {
            String line;
            try {
                line = lines.readLine();
            } catch (BadLineException e) {
                countUnreadable();
                continue;
            } catch (EndlessLineException e) {
                countUnreadable();
                lines = new LineReader(in, Chat1.SERVER_LINE); // the old one has dropped all that it had read
                continue;
            }
            TranscriptEntry entry = line == null ? rest() : entry(line);
            if (entry != null) {
                return entry;
            } else if (line == null) {
                checkIsOurs();
                return null;
            }
        }
    }

    /** A last line without its end is torn, even if it can be read. An editor may have removed the one behind BYE. */
    private TranscriptEntry rest() throws IOException {
        String rest;
        try {
            rest = lines.takeRest();
        } catch (BadLineException e) {
            countUnreadable();
            return null;
        }
        if (rest == null || Event.parse(rest).orElse(null) instanceof Event.Bye) {
            return rest == null ? null : entry(rest);
        }
        countUnreadable();
        return null;
    }

    /** The entry in this line; null for a line that a report does not need. */
    private TranscriptEntry entry(String line) throws IOException {
        if (line.isBlank()) {
            return null; // an editor may have added it
        }
        if (onlyRemovals && !line.startsWith(GONE) && !line.startsWith(NOTE)) {
            return null;
        }
        String clean = Text.clean(line);
        Event event = Event.parse(clean).orElse(null);
        if (event == null) {
            countUnreadable();
            return null;
        }
        if (event instanceof Event.Msg message) {
            return message.isPrivate() ? null : entry(message.at(), message);
        } else if (event instanceof Event.Join join) {
            return entry(join.at(), join);
        } else if (event instanceof Event.Leave leave) {
            return entry(leave.at(), leave);
        } else if (event instanceof Event.Nick nick) {
            return entry(nick.at(), nick);
        } else if (event instanceof ClassroomEvent.Gone gone) {
            return entry(gone.at(), gone);
        } else if (event instanceof ClassroomEvent.Did did) {
            return entry(did.at(), did);
        } else if (event instanceof ClassroomEvent.Hand
                || event instanceof ClassroomEvent.Poll
                || event instanceof ClassroomEvent.Predictions) {
            return timed(clean, event);
        } else if (event instanceof Event.Bye bye) {
            return entry(at, bye);
        } else if (event instanceof Event.Note note) {
            return note(note);
        }
        return null;
    }

    /** An older transcript has no time in these lines: then it is that of the line before. */
    private TranscriptEntry timed(String line, Event event) throws IOException {
        Map<String, String> keys = EventLine.parse(line).orElseThrow().keys();
        try {
            Instant time = keys.containsKey(AT) ? time(keys.get(AT)) : at;
            HandEnd end = HandEnd.of(keys.getOrDefault(END, "")).orElse(null);
            return time.equals(Instant.EPOCH) ? null : entry(time, event, end);
        } catch (DateTimeException e) {
            countUnreadable();
            return null;
        }
    }

    /** As in events, of no year that has a sign before it: no clock shows it. */
    private static Instant time(String printed) {
        if (printed.startsWith("+") || printed.startsWith("-")) {
            throw new DateTimeException(printed);
        }
        return Instant.parse(printed);
    }

    private TranscriptEntry note(Event.Note note) throws IOException {
        switch (note.code()) {
            case Transcript.RUN -> {
                isOurs = true;
                run = note.words();
            }
            case Transcript.MISSING -> missing = true;
            case TranscriptEntry.START,
                    TranscriptEntry.END,
                    TranscriptEntry.LOST,
                    TranscriptEntry.BACK,
                    TranscriptEntry.FORGOTTEN -> {
                String[] timeAndName = note.words().split(" ", 2);
                try {
                    String name = timeAndName.length == 2 ? timeAndName[1] : "";
                    return entry(time(timeAndName[0]), new Event.Note(note.code(), name));
                } catch (DateTimeException e) {
                    countUnreadable();
                }
            }
            default -> {
                // says nothing about people or messages
            }
        }
        return null;
    }

    private TranscriptEntry entry(Instant time, Event event) {
        return entry(time, event, null);
    }

    private TranscriptEntry entry(Instant time, Event event, HandEnd end) {
        isOurs = true;
        at = time;
        return new TranscriptEntry(run, time, event, end);
    }

    private void countUnreadable() throws IOException {
        unreadable++;
        if (unreadable == TOO_MANY) {
            checkIsOurs();
        }
    }

    private void checkIsOurs() throws IOException {
        if (!isOurs && unreadable > 0) {
            throw new NoTranscriptException();
        }
    }

    /** How many lines could not be read so far. */
    public long unreadable() {
        return unreadable;
    }

    /** Whether the file says that lines are missing in it, as when the disk was full. */
    public boolean isMissingLines() {
        return missing;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** The file is no transcript. */
    public static final class NoTranscriptException extends IOException {
        private static final long serialVersionUID = 1;
    }
}
