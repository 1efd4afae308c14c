package chatlab.tutorials.grading;

import java.util.List;

/**
 * How a check has ended.
 *
 * @param key the cause why the answer is rejected, or the step where no cause is proved, or {@link #UNDECIDED}; empty when it is
 *     accepted
 * @param passed the steps that passed, in order
 * @param step the step that failed, or empty
 * @param expected what was expected there
 * @param seen what was seen instead
 * @param threads what each thread did, in words, when it was clear that it hangs
 * @param printed what the student's program printed since this step began, without the stack frames of the JDK
 */
public record Verdict(
        String key,
        List<String> passed,
        String step,
        String expected,
        String seen,
        List<String> threads,
        List<String> printed) {

    /** The key of a check that came to no verdict: the answer is neither accepted nor rejected. */
    public static final String UNDECIDED = "undecided";

    public boolean accepted() {
        return key.isEmpty();
    }

    /** Whether nothing is said of the answer: the machine was too busy, or the answer sleeps for very long. */
    public boolean undecided() {
        return key.equals(UNDECIDED);
    }
}
