package chatlab.swing.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The messages sent before, for the arrow keys. */
final class Recall {
    static final int MAX = 200;

    private final List<String> sent = new ArrayList<>();

    /** The index of the message shown last; the number of messages if none was. */
    private int place;

    void add(String text) {
        sent.remove(text); // keeps a text once, as the newest
        sent.add(text);
        if (sent.size() > MAX) {
            sent.remove(0);
        }
        place = sent.size();
    }

    /**
     * The message before {@code shown}. Empty if there is none, or if the user has typed {@code shown} and would lose
     * it.
     */
    Optional<String> older(String shown) {
        if (shown.isEmpty()) {
            place = sent.size();
        } else if (!isRecalled(shown)) {
            return Optional.empty();
        }
        return place == 0 ? Optional.empty() : Optional.of(sent.get(--place));
    }

    /** The message after {@code shown}; after the newest, an empty text. Empty if {@code shown} was not recalled. */
    Optional<String> newer(String shown) {
        if (!isRecalled(shown)) {
            return Optional.empty();
        }
        place++;
        return Optional.of(place == sent.size() ? "" : sent.get(place));
    }

    private boolean isRecalled(String shown) {
        return place < sent.size() && sent.get(place).equals(shown);
    }
}
