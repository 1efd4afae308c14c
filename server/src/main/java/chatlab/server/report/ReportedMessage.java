package chatlab.server.report;

import java.time.Instant;
import java.util.List;

/**
 * A message to a room.
 *
 * @param removedBy empty if it was not removed
 * @param lines one line, or the lines of a paste; none of a message that was removed
 */
record ReportedMessage(
        Instant at, String room, String from, long id, boolean isPaste, String removedBy, List<String> lines) {
    boolean isRemoved() {
        return !removedBy.isEmpty();
    }
}
