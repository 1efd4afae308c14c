package chatlab.tutorials.grading;

import java.util.List;

/**
 * How a check has ended.
 *
 * @param key the cause why the answer is rejected; empty when it is accepted
 * @param passed the steps that passed, in order
 * @param step the step that failed, or empty
 * @param expected what was expected there
 * @param seen what was seen instead
 * @param threads what each thread did, in words, when the time was up
 * @param printed what the student's program printed
 */
public record Verdict(
        String key,
        List<String> passed,
        String step,
        String expected,
        String seen,
        List<String> threads,
        List<String> printed) {

    public boolean accepted() {
        return key.isEmpty();
    }
}
