package chatlab.protocol;

/** A line that was read to its end and cannot be used. The next one can: the reader stands at its first byte. */
public final class BadLineException extends Exception {
    private static final long serialVersionUID = 1;

    private final ErrorCode code;

    BadLineException(ErrorCode code) {
        super(code.wire());
        this.code = code;
    }

    /** {@link ErrorCode#TOO_LONG} or {@link ErrorCode#BAD_UTF8}. */
    public ErrorCode code() {
        return code;
    }
}
