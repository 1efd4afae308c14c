package chatlab.server.log;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a hand went down, as the transcript says it. Clients are not told. */
public enum HandEnd {
    /** An instructor has called the person. */
    CALLED,

    /** An instructor has taken the hand down. */
    LOWERED,

    /** The person has taken it down. */
    DOWN,

    /** The person has left, or was lost and is not waited for any more. */
    LEFT,

    /** The hand is up under another name. */
    RENAMED;

    /** The word in a transcript. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<HandEnd> of(String word) {
        return Arrays.stream(values()).filter(end -> end.word().equals(word)).findFirst();
    }
}
