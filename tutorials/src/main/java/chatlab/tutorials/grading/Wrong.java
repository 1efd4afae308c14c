package chatlab.tutorials.grading;

/**
 * An answer is rejected: what was expected and what was seen. Where the check has proved the cause, its words stand under {@code
 * key.cause} in the exercise's {@code messages.properties}; otherwise the key is empty. An Error, so that {@code catch (Exception e)} in the student's code lets it by.
 */
public final class Wrong extends Error {
    private static final long serialVersionUID = 1;

    final String key;
    final String expected;
    final String seen;

    Wrong(String key, String expected, String seen) {
        super(key + ": expected " + expected + ", seen " + seen);
        this.key = key;
        this.expected = expected;
        this.seen = seen;
    }
}
