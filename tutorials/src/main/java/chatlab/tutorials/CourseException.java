package chatlab.tutorials;

/** An error that the student can mend. The message is a sentence for the student. */
final class CourseException extends Exception {
    private static final long serialVersionUID = 1;

    CourseException(String sentence) {
        super(sentence);
    }
}
