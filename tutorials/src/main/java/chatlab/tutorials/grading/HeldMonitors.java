package chatlab.tutorials.grading;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.reflect.Field;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.Set;

/**
 * The locks that {@code synchronized} may take in the student's objects: those of one object, of all that is in its fields, and
 * in the fields of the student's classes there. A check that holds them stops the student's threads where they take one.
 */
public final class HeldMonitors {
    private final Set<Object> objects = Collections.newSetFromMap(new IdentityHashMap<>());

    private HeldMonitors() {}

    /** Runs the body with all of these locks. Waits for a lock that another thread holds. */
    public static void during(Object root, Step body) throws Exception {
        HeldMonitors monitors = new HeldMonitors();
        monitors.collect(root);
        during(monitors.objects.iterator(), body);
    }

    /** Whether this thread, a platform thread, waits at a {@code synchronized} of the student's, and has no other lock. */
    public static boolean isStopped(Thread thread) {
        long[] id = {thread.getId()};
        ThreadInfo info = ManagementFactory.getThreadMXBean().getThreadInfo(id, true, true)[0];
        return info != null
                && info.getThreadState() == Thread.State.BLOCKED
                && Frames.isStudents(info.getStackTrace()[0])
                && info.getLockedMonitors().length == 0
                && info.getLockedSynchronizers().length == 0;
    }

    private static void during(Iterator<Object> rest, Step body) throws Exception {
        if (rest.hasNext()) {
            synchronized (rest.next()) {
                during(rest, body);
            }
        } else {
            body.run();
        }
    }

    private void collect(Object object) throws IllegalAccessException {
        if (object == null || isOfCheck(object.getClass()) || object instanceof Thread || !objects.add(object)) {
            return;
        }
        if (object.getClass().getModule().getName() == null) {
            for (Field field : object.getClass().getDeclaredFields()) {
                if (!field.getType().isPrimitive() && field.trySetAccessible()) {
                    collect(field.get(object));
                }
            }
        }
    }

    private static boolean isOfCheck(Class<?> type) {
        return type.getName().startsWith("Check$") || type.getName().startsWith("chatlab.");
    }
}
