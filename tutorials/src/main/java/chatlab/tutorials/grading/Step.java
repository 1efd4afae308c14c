package chatlab.tutorials.grading;

/** Something that is checked. */
@FunctionalInterface
public interface Step {
    /** Comes back when all is right. */
    void run() throws Exception;
}
