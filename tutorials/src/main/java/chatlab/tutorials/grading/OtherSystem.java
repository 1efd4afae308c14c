package chatlab.tutorials.grading;

import java.lang.reflect.Field;

/** Another operating system than Linux: {@code println} ends a line with {@code \r\n}. An answer that must write {@code \n} has to say so. */
public final class OtherSystem {
    private OtherSystem() {}

    /** From now on, in this process. Java reads it once, when it starts, so it is changed where Java keeps it. */
    public static void pretend() {
        try {
            Field field = System.class.getDeclaredField("lineSeparator");
            field.setAccessible(true); // Grading.SETTINGS open the package
            field.set(null, "\r\n");
        } catch (ReflectiveOperationException | RuntimeException e) {
            // a Java that keeps it elsewhere: then the system stays the one that it is
        }
    }
}
