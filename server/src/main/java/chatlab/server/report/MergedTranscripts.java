package chatlab.server.report;

import static chatlab.server.report.ReportCommand.WORDS;

import chatlab.protocol.Event;
import chatlab.server.log.TranscriptEntry;
import chatlab.server.log.TranscriptFile;
import chatlab.server.log.TranscriptReader;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * The entries of several transcripts in the order of their times. What stands in two files, since one is a copy or an older part of
 * the other, comes once: a message by its run and its number, anything else by its run and its time.
 */
final class MergedTranscripts implements AutoCloseable {
    private final List<Source> sources = new ArrayList<>();
    private final PriorityQueue<Source> waiting = new PriorityQueue<>(
            Comparator.comparing((Source source) -> source.head.at()).thenComparing(source -> source.number));
    private final Map<String, Seen> seenByRun = new HashMap<>();

    /** @throws CannotReportException if a file is not there, cannot be read or is no transcript */
    MergedTranscripts(List<Path> files) throws CannotReportException {
        try {
            for (Path file : files) {
                Source source = new Source(file, sources.size());
                sources.add(source);
                putBack(source);
            }
        } catch (CannotReportException e) {
            close();
            throw e;
        }
    }

    /** One file. Its head is the entry that was read from it and not given out yet. */
    private static final class Source {
        private final Path file;
        private final int number;
        private final TranscriptReader reader;
        private TranscriptEntry head;

        Source(Path file, int number) throws CannotReportException {
            this.file = file;
            this.number = number;
            try {
                this.reader = TranscriptReader.open(file);
            } catch (IOException e) {
                throw cannotRead(file, e);
            }
        }
    }

    /** What was given out of one run: messages by the greatest number of each file, the rest by the time of the last entry. */
    private static final class Seen {
        private final Map<Integer, Event.Msg> lastMessages = new HashMap<>();
        private final Map<Event, Integer> atThisTime = new HashMap<>();
        private Instant at = Instant.MIN;
    }

    /** The next entry, or null at the end of all files. */
    TranscriptEntry next() throws CannotReportException {
        while (!waiting.isEmpty()) {
            Source source = waiting.remove();
            TranscriptEntry entry = source.head;
            putBack(source);
            if (sources.size() == 1 || isNew(entry, source.number)) {
                return entry;
            }
        }
        return null;
    }

    private void putBack(Source source) throws CannotReportException {
        try {
            source.head = source.reader.next();
        } catch (IOException e) {
            throw cannotRead(source.file, e);
        }
        if (source.head != null) {
            waiting.add(source);
        }
    }

    private boolean isNew(TranscriptEntry entry, int source) {
        Seen seen = seenByRun.computeIfAbsent(entry.run(), run -> new Seen());
        if (entry.event() instanceof Event.Msg message) {
            boolean known = seen.lastMessages.entrySet().stream()
                    .anyMatch(last -> last.getKey() != source && !isBehind(message, last.getValue()));
            seen.lastMessages.merge(source, message, (last, next) -> isBehind(next, last) ? next : last);
            return !known;
        }
        if (!entry.at().equals(seen.at)) {
            seen.at = entry.at();
            seen.atThisTime.clear();
        }
        return seen.atThisTime.putIfAbsent(entry.event(), source) == null
                || seen.atThisTime.get(entry.event()) == source;
    }

    /** Whether the line stands behind the other one in the run. All lines of a paste have one number. */
    private static boolean isBehind(Event.Msg line, Event.Msg other) {
        return line.id() > other.id()
                || line.id() == other.id()
                        && line.part().number() > other.part().number();
    }

    /** How many lines of all files could not be read so far. */
    long unreadable() {
        return sources.stream().mapToLong(source -> source.reader.unreadable()).sum();
    }

    /** Whether a file says that lines are missing in it. */
    boolean isMissingLines() {
        return sources.stream().anyMatch(source -> source.reader.isMissingLines());
    }

    static CannotReportException cannotRead(Path file, IOException e) {
        if (e instanceof NoSuchFileException) {
            return new CannotReportException(WORDS.get("no-file", file));
        } else if (e instanceof TranscriptReader.NoTranscriptException) {
            return new CannotReportException(WORDS.get("no-transcript", file));
        } else if (e instanceof AccessDeniedException) {
            return new CannotReportException(WORDS.get("not-allowed", file));
        } else if (Files.isDirectory(file)) {
            return new CannotReportException(WORDS.get("folder", file));
        }
        return new CannotReportException(WORDS.get("cannot-read", file, TranscriptFile.why(e)));
    }

    @Override
    public void close() {
        for (Source source : sources) {
            try {
                source.reader.close();
            } catch (IOException e) {
                // all that is needed was read
            }
        }
    }
}
