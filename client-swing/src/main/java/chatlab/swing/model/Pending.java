package chatlab.swing.model;

import java.time.Instant;
import java.util.List;

/**
 * Something of one's own that stands at the end of a conversation until the server has sent it back.
 *
 * @param trouble why it was not delivered; empty while that is still open
 */
public record Pending(long number, Instant at, Entry.Manner manner, List<String> lines, String trouble) {
    public boolean isLost() {
        return !trouble.isEmpty();
    }

    Pending lost(String words) {
        return new Pending(number, at, manner, lines, words);
    }
}
