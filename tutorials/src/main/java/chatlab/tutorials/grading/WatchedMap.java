package chatlab.tutorials.grading;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A map for an answer to use. It knows whether the thread that calls it holds its lock, and can fail at a call that was chosen. */
public final class WatchedMap<K, V> {
    /** What it throws when it fails. */
    public static final class Failure extends RuntimeException {
        private static final long serialVersionUID = 1;

        Failure() {
            super("the map fails");
        }
    }

    private final Map<K, V> map = new HashMap<>();
    private final List<String> withoutLock = new ArrayList<>();
    private final WatchedLock lock;
    private int callsUntilFailure;

    public WatchedMap(WatchedLock lock) {
        this.lock = lock;
    }

    /** The map for the answer. */
    @SuppressWarnings("unchecked")
    public Map<K, V> forAnswer() {
        return (Map<K, V>) Proxy.newProxyInstance(
                WatchedMap.class.getClassLoader(),
                new Class<?>[] {Map.class},
                (self, method, arguments) -> call(method, arguments));
    }

    private Object call(Method method, Object[] arguments) throws Throwable {
        if (!lock.isHeldByCurrentThread()) {
            withoutLock.add(method.getName());
        }
        if (--callsUntilFailure == 0) {
            throw new Failure();
        }
        try {
            return method.invoke(map, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** From now on, this call fails, counted from 1. */
    public void failAt(int call) {
        callsUntilFailure = call;
    }

    /** What is in it. */
    public Map<K, V> content() {
        return map;
    }

    /** The methods that were called by a thread that did not hold the lock. */
    public List<String> withoutLock() {
        return withoutLock;
    }
}
