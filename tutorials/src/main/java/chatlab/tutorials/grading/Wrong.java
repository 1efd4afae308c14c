package chatlab.tutorials.grading;

/**
 * An answer is rejected: what was expected and what was seen. The likely cause stands under {@code key.cause} in the
 * exercise's {@code messages.properties}. An Error, so that {@code catch (Exception e)} in the student's code lets it by.
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
