package chatlab.tutorials.grading;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import java.util.stream.Collectors;

/**
 * The locks in the student's objects: all monitors that {@code synchronized} may take, and the locks of java.util.concurrent. They are in one object, in
 * all that is in its fields, and in the fields of the student's classes there. A check that holds them stops the student's threads where they take one.
 */
public final class HeldMonitors {
    /** To the name of the field. */
    private final Map<Object, String> objects = new IdentityHashMap<>();

    private HeldMonitors(Object root) throws IllegalAccessException {
        collect(root, "");
    }

    /** Runs the body with all of these locks. Waits for a lock that another thread holds. */
    public static void during(Object root, Step body) throws Exception {
        new HeldMonitors(root).during(body);
    }

    /**
     * Runs the body with all of these locks.
     *
     * @return the collections that have changed meanwhile, but for those of java.util.concurrent: another thread has used no lock
     */
    public static Set<String> changedWithoutLock(Object root, Step body) throws Exception {
        HeldMonitors monitors = new HeldMonitors(root);
        Set<String> changed = new TreeSet<>();
        monitors.during(() -> monitors.changed(body)
                .forEach(collection -> changed.add(
                        "the " + collection.getClass().getSimpleName() + " " + monitors.objects.get(collection))));
        return changed;
    }

    /**
     * Runs the body in this thread, with no lock.
     *
     * @return the simple names of the classes of the collections that have changed, but for those of java.util.concurrent
     */
    public static Set<String> changed(Object root, Step body) throws Exception {
        return new HeldMonitors(root)
                .changed(body).stream()
                        .map(collection -> collection.getClass().getSimpleName())
                        .collect(Collectors.toSet());
    }

    private List<Object> changed(Step body) throws Exception {
        Map<Object, List<?>> before = contents();
        body.run();
        return contents().entrySet().stream()
                .filter(one -> !one.getValue().equals(before.get(one.getKey())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toList());
    }

    /** Wakes each thread that waits for one of these locks, as Java may do at any time: see {@link Object#wait()}. */
    public static void wakeForNothing(Object root) throws Exception {
        HeldMonitors monitors = new HeldMonitors(root);
        monitors.during(() -> {
            monitors.all(Condition.class).forEach(Condition::signalAll);
            monitors.objects.keySet().forEach(Object::notifyAll);
        });
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

    private void during(Step body) throws Exception {
        List<Lock> locks = all(Lock.class);
        locks.removeIf(ReentrantReadWriteLock.ReadLock.class::isInstance); // the other half keeps readers out
        all(ReadWriteLock.class).forEach(lock -> locks.add(lock.writeLock()));
        all(StampedLock.class).forEach(lock -> locks.add(lock.asWriteLock()));
        locks.forEach(Lock::lock);
        Map<Semaphore, Integer> permits = new IdentityHashMap<>();
        all(Semaphore.class).forEach(semaphore -> permits.put(semaphore, semaphore.drainPermits()));
        try {
            during(objects.keySet().iterator(), body);
        } finally {
            permits.forEach(Semaphore::release);
            locks.forEach(Lock::unlock);
        }
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

    private <T> List<T> all(Class<T> type) {
        return objects.keySet().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .collect(Collectors.toList());
    }

    private Map<Object, List<?>> contents() {
        Map<Object, List<?>> contents = new IdentityHashMap<>();
        for (Object object : objects.keySet()) {
            if (!object.getClass().getName().startsWith("java.util.concurrent.")) {
                if (object instanceof Collection) {
                    contents.put(object, new ArrayList<>((Collection<?>) object));
                } else if (object instanceof Map) {
                    Map<?, ?> map = (Map<?, ?>) object;
                    contents.put(object, List.of(new ArrayList<>(map.keySet()), new ArrayList<>(map.values())));
                }
            }
        }
        return contents;
    }

    private void collect(Object object, String name) throws IllegalAccessException {
        if (object == null
                || isOfCheck(object.getClass())
                || object instanceof Thread
                || objects.putIfAbsent(object, name) != null) {
            return;
        }
        if (object.getClass().getModule().getName() == null) {
            objects.put(object.getClass(), ""); // the lock of its static methods
            for (Field field : object.getClass().getDeclaredFields()) {
                if (!field.getType().isPrimitive() && field.trySetAccessible()) {
                    collect(field.get(object), field.getName());
                }
            }
        }
    }

    private static boolean isOfCheck(Class<?> type) {
        return type.getName().startsWith("Check$") || type.getName().startsWith("chatlab.");
    }
}
