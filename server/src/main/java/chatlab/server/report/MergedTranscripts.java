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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * The entries of several transcripts in the order of their times. What stands in two files, since one is a copy or an older part of
 * the other, comes once: a message by its run and its number, anything else by its run, its time and what happened. Where a clock went
 * back, one file is read on while the other one waits for that time to come again: if more than {@value #MOST_BETWEEN} entries that are
 * no messages lie between one and its copy, it comes twice.
 */
final class MergedTranscripts implements AutoCloseable {
    /** So many entries that are no messages are remembered, for all files: a hostile one must not fill the memory. */
    private static final int MOST_BETWEEN = 5_000;

    private final List<Source> sources = new ArrayList<>();
    private final PriorityQueue<Source> waiting = new PriorityQueue<>(
            Comparator.comparing((Source source) -> source.head.at()).thenComparing(source -> source.number));

    /** By run and file: the message with the greatest number that was given out. */
    private final Map<String, Map<Integer, Event.Msg>> lastMessages = new HashMap<>();

    /** Of the other entries that were given out last: the number of the file. */
    private final Map<TranscriptEntry, Integer> others = new LinkedHashMap<>();

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
        if (entry.event() instanceof Event.Msg message) {
            return isNew(message, source, lastMessages.computeIfAbsent(entry.run(), run -> new HashMap<>()));
        }
        Integer first = others.putIfAbsent(entry, source);
        if (others.size() > MOST_BETWEEN) {
            others.remove(others.keySet().iterator().next());
        }
        return first == null || first == source;
    }

    private static boolean isNew(Event.Msg message, int source, Map<Integer, Event.Msg> lastOfRun) {
        boolean known = lastOfRun.entrySet().stream()
                .anyMatch(last -> last.getKey() != source && !isBehind(message, last.getValue()));
        lastOfRun.merge(source, message, (last, next) -> isBehind(next, last) ? next : last);
        return !known;
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
