package chatlab.server.support;

/** The server cannot start. The message is for people: one sentence that says why and what to do. */
public final class CannotStartException extends Exception {
    private static final long serialVersionUID = 1;

    public CannotStartException(String message) {
        super(message);
    }
}
