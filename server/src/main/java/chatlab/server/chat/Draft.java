package chatlab.server.chat;

import java.util.List;

/**
 * A message before it is published: one line, or the lines of a paste.
 *
 * @param tag comes back to a rich speaker with its own message
 */
public record Draft(List<String> lines, boolean isPaste, String tag) {
    public static Draft line(String text, String tag) {
        return new Draft(List.of(text), false, tag);
    }

    public static Draft paste(List<String> lines, String tag) {
        return new Draft(lines, true, tag);
    }
}
