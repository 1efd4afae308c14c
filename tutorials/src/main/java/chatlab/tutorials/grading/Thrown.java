package chatlab.tutorials.grading;

/** Says what was thrown, and where in the student's program. */
final class Thrown {
    private Thrown() {}

    static String inWords(Throwable thrown) {
        StackTraceElement[] stack = thrown.getStackTrace();
        int frame = Frames.mostTelling(stack);
        return frame < 0
                ? thrown.toString()
                : ExerciseMessages.SHARED.get("exception.seen", thrown, Frames.place(stack[frame]));
    }
}
