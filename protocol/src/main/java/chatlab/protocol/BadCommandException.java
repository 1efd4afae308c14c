package chatlab.protocol;

/** A line begins like a command and is none; the message says how to write the command. */
public final class BadCommandException extends Exception {
    private static final long serialVersionUID = 1;

    private final ErrorCode code;
    private final Verb verb;
    private final String tag;

    /** {@code verb}: null if the verb is unknown. */
    BadCommandException(ErrorCode code, Verb verb, String tag, String message) {
        super(message);
        this.code = code;
        this.verb = verb;
        this.tag = tag;
    }

    /** {@link ErrorCode#UNKNOWN_COMMAND} or {@link ErrorCode#BAD_ARGS}. */
    public ErrorCode code() {
        return code;
    }

    /** Whether the line begins with this verb. (After a refused {@code /paste}, the next lines belong to the paste.) */
    public boolean isOf(Verb other) {
        return verb == other;
    }

    /** The tag of the line, empty where it has none. */
    public String tag() {
        return tag;
    }
}
