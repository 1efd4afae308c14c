package chatlab.client;

import chatlab.protocol.EndlessLineException;
import chatlab.protocol.Text;
import chatlab.protocol.Words;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Why a connection has ended, in words. */
public final class LossReason {
    private static final Words WORDS = new Words(LossReason.class);

    /** What systems say where the server, or a network in between, has torn the connection. */
    private static final Pattern CUT_OFF = Pattern.compile("(?i)reset|abort|broken pipe");

    private LossReason() {}

    /** That a connection was lost, as a sentence. */
    public static String sentence(String reason) {
        return WORDS.get("lost", reason);
    }

    /** A program has taken the connection and sends no greeting, as a sentence. */
    public static String withoutGreeting() {
        return WORDS.get("wrong.silence");
    }

    /** The server has closed the connection without a line, as a sentence. */
    public static String beforeGreeting() {
        return WORDS.get("wrong.closed");
    }

    /** The server has greeted and then closed the connection, as a sentence. */
    public static String beforeWelcome() {
        return WORDS.get("not-let-in");
    }

    /** The reason that {@link Patience} has given up. */
    public static String silence() {
        return WORDS.get("lost.silence");
    }

    /**
     * The reason that reading has ended.
     *
     * @param reading what reading has thrown; null where the server has closed the connection
     * @param writing what writing has thrown; this closes the connection, and so comes first
     */
    public static String of(Throwable reading, Optional<IOException> writing) {
        if (reading == null) {
            return WORDS.get("lost.closed");
        } else if (reading instanceof EndlessLineException) {
            return WORDS.get("lost.endless");
        } else if (!(reading instanceof IOException)) {
            return WORDS.get("lost.fault");
        }
        Throwable first = writing.isPresent() ? writing.get() : reading;
        String message = String.valueOf(first.getMessage());
        return CUT_OFF.matcher(message).find() ? WORDS.get("lost.cut") : Text.clean(message);
    }
}
