package chatlab.server.report;

import chatlab.protocol.ClassroomEvent.Gone;
import chatlab.server.log.TranscriptEntry;
import chatlab.server.log.TranscriptReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The messages that were removed, and by which person. A transcript says so behind the message, perhaps much later, so the files are
 * read for it before the first message is written.
 */
final class RemovedMessages {
    private final Map<String, Map<Long, String>> byRun = new HashMap<>();

    static RemovedMessages in(List<Path> files) throws CannotReportException {
        RemovedMessages removed = new RemovedMessages();
        for (Path file : files) {
            if (!Files.isRegularFile(file)) { // a pipe has told all once it was read
                throw new CannotReportException(ReportCommand.WORDS.get("pipe", file));
            }
            try (TranscriptReader reader = TranscriptReader.openForRemovals(file)) {
                for (TranscriptEntry entry = reader.next(); entry != null; entry = reader.next()) {
                    removed.take(entry);
                }
            } catch (IOException e) {
                throw MergedTranscripts.cannotRead(file, e);
            }
        }
        return removed;
    }

    private void take(TranscriptEntry entry) {
        if (entry.event() instanceof Gone gone) {
            byRun.computeIfAbsent(entry.run(), run -> new HashMap<>()).put(gone.of(), gone.by());
        }
    }

    /** The name of the person that removed this message; empty if it was not removed. */
    String remover(String run, long id) {
        return byRun.getOrDefault(run, Map.of()).getOrDefault(id, "");
    }
}
