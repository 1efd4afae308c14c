package chatlab.protocol;

/** A line that is a command by its look and not by its content; the message says how to write it. */
public final class BadCommandException extends Exception {
    private static final long serialVersionUID = 1;

    private final ErrorCode code;
    private final Verb verb;
    private final String tag;

    /** {@code verb}: null for one that nobody knows. */
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

    /** Whether the line begins with this verb, so that what follows it has to be treated with care. */
    public boolean isOf(Verb other) {
        return verb == other;
    }

    /** The tag of the line, empty where it has none. */
    public String tag() {
        return tag;
    }
}
