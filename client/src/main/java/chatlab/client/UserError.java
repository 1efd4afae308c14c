package chatlab.client;

/**
 * Something that the user can do something about; the message is one sentence or two that say what, to be shown as they
 * are.
 */
public final class UserError extends Exception {
    private static final long serialVersionUID = 1;

    public UserError(String sentence) {
        super(sentence);
    }
}
