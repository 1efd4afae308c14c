package chatlab.tutorials.grading;

/** The check of one chapter's exercise. Its implementation is called {@code Check} and has no package. */
public interface Exercise {
    /**
     * Runs the steps, in order, through {@link Checks#step}. The first step that fails ends it.
     *
     * @throws Exception any exception of the student's program; it is shown to the student
     */
    void check(Checks checks) throws Exception;
}
