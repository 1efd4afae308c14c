package chatlab.tutorials.grading;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * A map for an answer to use. It knows whether the thread that calls it, or one of its
 * views, holds its lock, and can fail at a call that was chosen.
 */
public final class WatchedMap<K, V> {
    /** What belongs to a map, and is watched like it. */
    private static final Set<Class<?>> VIEWS =
            Set.of(Set.class, Collection.class, Iterator.class, Map.Entry.class, Stream.class);

    private final Map<K, V> map = new HashMap<>();
    private final List<String> withoutLock = new CopyOnWriteArrayList<>(); // two threads may lack the lock at once
    private final Set<Integer> holds = ConcurrentHashMap.newKeySet();
    private final WatchedLock lock;
    // Set before the threads are started; counted by a thread that should hold the lock.
    private int callsUntilFailure;
    private Throwable failure;

    public WatchedMap(WatchedLock lock) {
        this.lock = lock;
    }

    /** The map for the answer. */
    @SuppressWarnings("unchecked")
    public Map<K, V> forAnswer() {
        return (Map<K, V>) watched(Map.class, map, "");
    }

    private Object watched(Class<?> type, Object target, String name) {
        return Proxy.newProxyInstance(
                WatchedMap.class.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> call(target, name + method.getName(), method, arguments));
    }

    private Object call(Object target, String name, Method method, Object[] arguments) throws Throwable {
        if (!lock.isHeldByCurrentThread()) {
            withoutLock.add(name);
        }
        holds.add(lock.releases());
        if (--callsUntilFailure == 0) {
            throw failure;
        }
        try {
            Object result = method.invoke(target, arguments);
            Class<?> type = result instanceof Map.Entry ? Map.Entry.class : method.getReturnType();
            return result != null && VIEWS.contains(type) ? watched(type, result, name + "().") : result;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /**
     * From now on, this call fails, counted from 1.
     *
     * @param failure a RuntimeException or an Error
     */
    public void failAt(int call, Throwable failure) {
        this.failure = failure;
        callsUntilFailure = call;
    }

    /** What is in it. */
    public Map<K, V> content() {
        return map;
    }

    /** While how many holds of the lock it was used. */
    public int holds() {
        return holds.size();
    }

    /** The methods that were called by a thread that did not hold the lock. */
    public List<String> withoutLock() {
        return withoutLock;
    }
}
