package chatlab.cli;

/** Something that the user can do something about; the message is one sentence or two that say what. */
final class UserError extends Exception {
    private static final long serialVersionUID = 1;

    UserError(String sentence) {
        super(sentence);
    }
}
