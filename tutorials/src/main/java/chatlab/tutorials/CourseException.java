package chatlab.tutorials;

/** Something that the user can mend. Its message is a sentence for him. */
final class CourseException extends Exception {
    private static final long serialVersionUID = 1;

    CourseException(String sentence) {
        super(sentence);
    }
}
