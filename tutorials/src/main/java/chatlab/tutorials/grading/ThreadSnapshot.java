package chatlab.tutorials.grading;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What each thread of this process was doing at one moment, without threads of the system. Two snapshots, one after the other,
 * tell whether any thread has moved meanwhile.
 *
 * @param threads by their ids
 */
record ThreadSnapshot(Map<Long, Seen> threads) {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** Threads that serve the virtual machine. A check never waits for them. */
    private static final Set<String> OF_THE_SYSTEM = Set.of(
            "Reference Handler",
            "Finalizer",
            "Signal Dispatcher",
            "Attach Listener",
            "Notification Thread",
            "Common-Cleaner",
            "Java2D Disposer",
            "AWT-Shutdown",
            "VirtualThread-unblocker");

    /** What a thread does. */
    enum Doing {
        /** It runs, or could run if it were given a processor. */
        RUNS,
        /** It waits for another thread, or for the network, for as long as that takes. */
        WAITS,
        /**
         * It waits for a lock. Up to JDK 23 the virtual machine wakes such a thread once a second to look again, so the
         * processor time that it uses proves nothing.
         */
        IS_BLOCKED,
        /** It waits until a time is over, and will then go on by itself. */
        SLEEPS,
        /** It is a worker of a pool that has no task. It waits for one; the time after which it may end does not matter. */
        IDLES
    }

    /** How two snapshots differ, from the strongest sign against a hang to the weakest. */
    enum Change {
        /** A thread has run. */
        MOVED,
        /** Threads slept, woke up, and sleep again at the same place. */
        POLLED,
        /** A thread sleeps on: nothing has moved, and nothing needs to. */
        SLEPT,
        /** No thread has used a processor, and each waits for another one. */
        STOOD
    }

    /**
     * One thread.
     *
     * @param cpu the processor time that it has used until now, in nanoseconds
     * @param waits how often it has begun to wait until now
     */
    record Seen(long cpu, long waits, Doing doing, List<StackTraceElement> stack) {
        private static Seen of(ThreadInfo info, long cpu) {
            return new Seen(
                    cpu,
                    info.getWaitedCount() + info.getBlockedCount(),
                    doing(info),
                    Arrays.asList(info.getStackTrace()));
        }

        private static Doing doing(ThreadInfo info) {
            List<StackTraceElement> stack = Arrays.asList(info.getStackTrace());
            switch (info.getThreadState()) {
                case BLOCKED:
                    return Doing.IS_BLOCKED;
                case WAITING:
                case TIMED_WAITING:
                    boolean timed = info.getThreadState() == Thread.State.TIMED_WAITING;
                    return isIdleWorker(stack) ? Doing.IDLES : timed ? Doing.SLEEPS : Doing.WAITS;
                default:
                    return !isInNetworkCall(stack) ? Doing.RUNS : isTimed(stack) ? Doing.SLEEPS : Doing.WAITS;
            }
        }

        private Change since(Seen before) {
            if (before == null || doing == Doing.RUNS || doing != before.doing || !stack.equals(before.stack)) {
                return Change.MOVED;
            }
            boolean usedNone = cpu == before.cpu || doing == Doing.IS_BLOCKED;
            if (usedNone && waits == before.waits) {
                return doing == Doing.SLEEPS ? Change.SLEPT : Change.STOOD;
            }
            return doing == Doing.WAITS || doing == Doing.IS_BLOCKED ? Change.MOVED : Change.POLLED;
        }
    }

    /** The tasks of a scheduled pool come by themselves when their time has come. */
    private static boolean isIdleWorker(List<StackTraceElement> stack) {
        return calls(stack, "java.util.concurrent.ForkJoinPool", "awaitWork")
                || calls(stack, "java.util.concurrent.ThreadPoolExecutor", "getTask")
                        && stack.stream()
                                .noneMatch(frame -> frame.getClassName().endsWith("$DelayedWorkQueue"));
    }

    private static boolean calls(List<StackTraceElement> stack, String className, String method) {
        return stack.stream()
                .anyMatch(frame -> frame.getClassName().equals(className)
                        && frame.getMethodName().equals(method));
    }

    /** Java calls a thread runnable while the system lets it wait in accept, read or write. */
    private static boolean isInNetworkCall(List<StackTraceElement> stack) {
        return !stack.isEmpty()
                && stack.get(0).isNativeMethod()
                && (stack.get(0).getClassName().startsWith("sun.nio.ch.")
                        || stack.get(0).getClassName().startsWith("java.net."));
    }

    /** NioSocketImpl calls its methods like that for sockets with a time-out. A selector does not show whether it has one. */
    private static boolean isTimed(List<StackTraceElement> stack) {
        return stack.stream()
                .anyMatch(frame -> frame.getMethodName().startsWith("timed")
                        || frame.getClassName().equals("sun.nio.ch.SelectorImpl"));
    }

    /** Looks at all threads but these. */
    static ThreadSnapshot now(Set<Long> butNot) {
        Map<Long, Seen> threads = new HashMap<>();
        for (ThreadInfo info : THREADS.dumpAllThreads(false, false)) {
            if (!butNot.contains(info.getThreadId()) && !OF_THE_SYSTEM.contains(info.getThreadName())) {
                threads.put(info.getThreadId(), Seen.of(info, THREADS.getThreadCpuTime(info.getThreadId())));
            }
        }
        return new ThreadSnapshot(threads);
    }

    Change since(ThreadSnapshot before) {
        Change most = threads.keySet().equals(before.threads.keySet()) ? Change.STOOD : Change.MOVED;
        for (Map.Entry<Long, Seen> thread : threads.entrySet()) {
            Change change = thread.getValue().since(before.threads.get(thread.getKey()));
            most = change.compareTo(most) < 0 ? change : most;
        }
        return most;
    }

    /** The processor time that the threads of both looks have used between them, in nanoseconds. */
    long cpuSince(ThreadSnapshot before) {
        long cpu = 0;
        for (Map.Entry<Long, Seen> thread : threads.entrySet()) {
            Seen then = before.threads.get(thread.getKey());
            cpu += then == null ? 0 : thread.getValue().cpu - then.cpu;
        }
        return cpu;
    }

    /** Whether each thread waits for another one, or for the network. */
    boolean allWait() {
        return threads.values().stream().noneMatch(seen -> seen.doing == Doing.RUNS || seen.doing == Doing.SLEEPS);
    }

    /** Whether a thread waits for the network, where something may be on its way without any thread. */
    boolean waitsForNetwork() {
        return threads.values().stream().anyMatch(seen -> isInNetworkCall(seen.stack));
    }
}
