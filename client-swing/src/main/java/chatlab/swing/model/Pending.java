package chatlab.swing.model;

import java.time.Instant;
import java.util.List;

/**
 * An own message that stands at the end of a conversation until the server has sent it back.
 *
 * @param from the name under which the user has sent it
 * @param trouble why the message was not delivered; empty while the server may still send it back
 */
public record Pending(long number, Instant at, String from, Entry.Manner manner, List<String> lines, String trouble) {
    public boolean isLost() {
        return !trouble.isEmpty();
    }

    Pending lost(String words) {
        return new Pending(number, at, from, manner, lines, words);
    }
}
