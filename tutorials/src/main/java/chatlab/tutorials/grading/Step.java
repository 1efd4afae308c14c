package chatlab.tutorials.grading;

/** One step of a check. */
@FunctionalInterface
public interface Step {
    /** Returns when the answer is right, and throws otherwise. */
    void run() throws Exception;
}
