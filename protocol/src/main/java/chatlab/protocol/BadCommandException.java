package chatlab.protocol;

/** A line that is a command by its look and not by its content; the message says how to write it. */
public final class BadCommandException extends Exception {
    private static final long serialVersionUID = 1;

    private final ErrorCode code;
    private final String tag;

    BadCommandException(ErrorCode code, String tag, String message) {
        super(message);
        this.code = code;
        this.tag = tag;
    }

    /** {@link ErrorCode#UNKNOWN_COMMAND} or {@link ErrorCode#BAD_ARGS}. */
    public ErrorCode code() {
        return code;
    }

    /** The tag of the line, empty where it has none. */
    public String tag() {
        return tag;
    }
}
