package chatlab.tutorials.grading;

import java.io.IOException;
import java.lang.StackWalker.Option;
import java.lang.StackWalker.StackFrame;
import java.lang.management.LockInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.MonitorInfo;
import java.lang.management.ThreadInfo;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The locks that a thread holds at one moment, and the calls in which it does. Two moments of the same thread tell whether it has
 * given back the lock of an object in between: nothing of that could be seen from outside, since a thread that takes a lock again at
 * once nearly always gets it, however many others wait for it.
 */
public final class LockSpan {
    private static final StackWalker WALKER =
            StackWalker.getInstance(Set.of(Option.RETAIN_CLASS_REFERENCE, Option.SHOW_HIDDEN_FRAMES));

    /** The calls, the first one in front. */
    private final List<StackFrame> calls;

    private final List<MonitorInfo> monitors;
    private final Set<Integer> locks = new HashSet<>();
    private final StackTraceElement[] dump;

    private LockSpan(List<StackFrame> calls, ThreadInfo info) {
        this.calls = calls;
        this.monitors = List.of(info.getLockedMonitors());
        this.dump = info.getStackTrace();
        for (MonitorInfo monitor : monitors) {
            locks.add(monitor.getIdentityHashCode());
        }
        for (LockInfo lock : info.getLockedSynchronizers()) {
            locks.add(lock.getIdentityHashCode());
        }
    }

    /** Of this thread, now. */
    public static LockSpan now() {
        List<StackFrame> calls = new ArrayList<>(WALKER.walk(frames -> frames.collect(Collectors.toList())));
        Collections.reverse(calls);
        long[] me = {Thread.currentThread().getId()};
        return new LockSpan(calls, ManagementFactory.getThreadMXBean().getThreadInfo(me, true, true)[0]);
    }

    /** The identity hash codes of the objects whose locks are held. A lock that several threads can share is not among them. */
    public Set<Integer> locks() {
        return Set.copyOf(locks);
    }

    /** Whether it is proven that this thread has given back all locks that it held at the earlier moment, at least one. */
    public boolean hasGivenBackAll(LockSpan earlier) {
        return !earlier.locks.isEmpty() && earlier.locks.stream().allMatch(lock -> hasGivenBack(earlier, lock));
    }

    /**
     * Whether it is proven that this thread has given back the lock of an object, and has taken it again, since the earlier moment.
     *
     * @param object the identity hash code of the object, which it has used in {@code synchronized}
     */
    public boolean hasGivenBack(LockSpan earlier, int object) {
        Set<Integer> then = earlier.callsThatHold(object);
        return !then.isEmpty()
                && callsThatHold(object).stream().noneMatch(call -> then.contains(call) && goesOn(earlier, call));
    }

    private Set<Integer> callsThatHold(int object) {
        return monitors.stream()
                .filter(monitor -> monitor.getIdentityHashCode() == object)
                .map(monitor -> dump.length - 1 - monitor.getLockedStackDepth())
                .collect(Collectors.toSet());
    }

    /** Whether it may still be the same call, and in it the same synchronized block. */
    private boolean goesOn(LockSpan earlier, int call) {
        if (!isKnown(call) || !earlier.isKnown(call)) {
            return true; // nothing is proven
        }
        for (int outer = 0; outer < call; outer++) {
            StackFrame then = earlier.calls.get(outer);
            StackFrame now = calls.get(outer);
            if (!isSameMethod(then, now) || then.getByteCodeIndex() != now.getByteCodeIndex()) {
                return false;
            }
        }
        StackFrame then = earlier.calls.get(call);
        StackFrame now = calls.get(call);
        try {
            return isSameMethod(then, now)
                    && isSameHold(now, then.getByteCodeIndex(), now.getByteCodeIndex(), isSameUse(earlier, call + 1));
        } catch (IOException e) {
            return true; // nothing is proven
        }
    }

    /** Whether both are the same use of an object of the check, at the same place in it: then it was called twice. */
    private boolean isSameUse(LockSpan earlier, int call) {
        if (call >= Math.min(calls.size(), earlier.calls.size())) {
            return false;
        }
        StackFrame then = earlier.calls.get(call);
        StackFrame now = calls.get(call);
        Class<?> called = now.getDeclaringClass();
        boolean isOfCheck = called.getName().startsWith("Check$")
                || List.class.isAssignableFrom(called) && called.getClassLoader() != null;
        return isOfCheck && isSameMethod(then, now) && then.getByteCodeIndex() == now.getByteCodeIndex();
    }

    private static boolean isSameHold(StackFrame call, int then, int now, boolean sameUse) throws IOException {
        SynchronizedBlocks blocks = SynchronizedBlocks.of(call);
        boolean loops = then == now && sameUse;
        if (isSynchronized(call)) {
            return !loops || blocks.isInLoop(now);
        }
        Set<Integer> both = new HashSet<>(blocks.around(then));
        both.retainAll(blocks.around(now));
        return both.stream().anyMatch(block -> !loops || blocks.isInLoop(now, block));
    }

    /** Whether both lists of calls, which come from different parts of the JDK, have the same call here. */
    private boolean isKnown(int call) {
        StackTraceElement dumped = dump[dump.length - 1 - call];
        return call < calls.size()
                && calls.get(call).getMethodName().equals(dumped.getMethodName())
                && calls.get(call).getClassName().equals(dumped.getClassName());
    }

    private static boolean isSameMethod(StackFrame one, StackFrame other) {
        return one.getDeclaringClass() == other.getDeclaringClass()
                && one.getMethodName().equals(other.getMethodName())
                && one.getDescriptor().equals(other.getDescriptor());
    }

    private static boolean isSynchronized(StackFrame frame) {
        return Arrays.stream(frame.getDeclaringClass().getDeclaredMethods())
                .filter(method -> method.getName().equals(frame.getMethodName()))
                .filter(method -> List.of(method.getParameterTypes())
                        .equals(frame.getMethodType().parameterList()))
                .map(Method::getModifiers)
                .anyMatch(Modifier::isSynchronized);
    }
}
