package chatlab.server.report;

import java.time.Instant;
import java.util.List;

/**
 * A message to a room.
 *
 * @param lines one line, or the lines of a paste
 */
record ReportedMessage(Instant at, String room, String from, long id, boolean isPaste, List<String> lines) {}
