package chatlab.tutorials.grading;

/** Tells code of the JDK, of the check and of the student apart in a stack trace. */
final class Frames {
    private Frames() {}

    static boolean isStudents(StackTraceElement frame) {
        return !isLibrary(frame) && !"Check.java".equals(frame.getFileName());
    }

    /** Of the JDK, or of this package, or of the hidden class around a lambda, which has no file and no line. */
    static boolean isLibrary(StackTraceElement frame) {
        return frame.getModuleName() != null
                || frame.getFileName() == null
                || frame.getClassName().startsWith("chatlab.tutorials.")
                || frame.getClassName().startsWith("jdk.")
                || frame.getClassName().startsWith("java.");
    }

    /** Like {@code Greeter.java:12}. */
    static String place(StackTraceElement frame) {
        return frame.getFileName() + ":" + frame.getLineNumber();
    }

    /** The index of the student's first frame, otherwise of the check's first frame; -1 if there is none. */
    static int mostTelling(StackTraceElement[] stack) {
        for (int i = 0; i < stack.length; i++) {
            if (isStudents(stack[i])) {
                return i;
            }
        }
        for (int i = 0; i < stack.length; i++) {
            if (!isLibrary(stack[i])) {
                return i;
            }
        }
        return -1;
    }
}
