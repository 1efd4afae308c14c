package chatlab.protocol;

/** A line was read to its end and cannot be used. Reading may go on with the next line. */
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
