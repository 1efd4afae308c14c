package chatlab.swing.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was sent before, to be looked through with the arrow keys. */
final class Recall {
    static final int MAX = 200;

    private final List<String> sent = new ArrayList<>();

    /** Which of them was shown last; one beyond the newest where none was. */
    private int place;

    void add(String text) {
        sent.remove(text); // once is enough, as the newest
        sent.add(text);
        if (sent.size() > MAX) {
            sent.remove(0);
        }
        place = sent.size();
    }

    /** The one before. Empty where there is none, or where {@code shown} has been typed and would be lost. */
    Optional<String> older(String shown) {
        if (shown.isEmpty()) {
            place = sent.size();
        } else if (!isRecalled(shown)) {
            return Optional.empty();
        }
        return place == 0 ? Optional.empty() : Optional.of(sent.get(--place));
    }

    /** The one after {@code shown}, and nothing behind the newest. Empty where {@code shown} was not recalled. */
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
