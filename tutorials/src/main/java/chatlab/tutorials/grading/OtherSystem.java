package chatlab.tutorials.grading;

import java.lang.reflect.Field;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Another operating system than this one, as far as text is concerned: {@code println} ends a line with {@code \r\n}, and before
 * Java 18 the default charset is not UTF-8. So an answer that leaves both to the system is not right by the luck of Linux.
 */
public final class OtherSystem {
    private static final int UTF_8_EVERYWHERE = 18;

    private OtherSystem() {}

    /** From now on, in this process. Java reads both once, when it starts, so they are changed where it keeps them. */
    public static void pretend() {
        set(System.class, "lineSeparator", "\r\n");
        if (Runtime.version().feature() < UTF_8_EVERYWHERE) {
            set(Charset.class, "defaultCharset", StandardCharsets.ISO_8859_1);
        }
    }

    private static void set(Class<?> type, String name, Object value) {
        try {
            Field field = type.getDeclaredField(name);
            field.setAccessible(true); // Grading.SETTINGS open the package
            field.set(null, value);
        } catch (ReflectiveOperationException | RuntimeException e) {
            // a Java that keeps it elsewhere: then the system stays the one that it is
        }
    }
}
