package chatlab.tutorials;

/** Something that the user can mend. Its message is a sentence for him. */
final class UserError extends Exception {
    private static final long serialVersionUID = 1;

    UserError(String sentence) {
        super(sentence);
    }
}
