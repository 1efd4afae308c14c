package chatlab.swing.net;

import chatlab.protocol.EndlessLineException;
import chatlab.protocol.Text;
import chatlab.protocol.Words;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Why a connection was lost, in words. */
final class LossReason {
    private static final Words WORDS = new Words(LossReason.class);

    /** What systems say where the other side, or a network in between, has torn the connection. */
    private static final Pattern CUT_OFF = Pattern.compile("(?i)reset|abort|broken pipe");

    private LossReason() {}

    /**
     * A sentence. {@code reading}: how the reader has ended, null where the server has closed; {@code writing}: what kept
     * the writer from writing.
     */
    static String sentence(Throwable reading, Optional<IOException> writing) {
        return WORDS.get("lost", reason(reading, writing));
    }

    /** One of those that have a name: {@code lost.silence} and the like. */
    static String sentence(String key) {
        return WORDS.get("lost", WORDS.get(key));
    }

    private static String reason(Throwable reading, Optional<IOException> writing) {
        if (reading == null) {
            return WORDS.get("lost.closed");
        } else if (reading instanceof EndlessLineException) {
            return WORDS.get("lost.endless");
        } else if (!(reading instanceof IOException)) {
            return WORDS.get("lost.fault");
        }
        Throwable first = writing.isPresent() ? writing.get() : reading; // the writer has closed the socket then
        String message = String.valueOf(first.getMessage());
        return CUT_OFF.matcher(message).find() ? WORDS.get("lost.cut") : Text.clean(message);
    }
}
