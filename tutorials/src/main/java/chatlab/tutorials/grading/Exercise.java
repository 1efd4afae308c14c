package chatlab.tutorials.grading;

/** The check of one chapter's exercise. Its implementation is called {@code Check} and has no package. */
public interface Exercise {
    /**
     * Runs the steps, in order, through {@link Checks#step}. The first step that fails ends it.
     *
     * @throws Exception whatever the student's program throws; it is told to the student
     */
    void check(Checks checks) throws Exception;
}
