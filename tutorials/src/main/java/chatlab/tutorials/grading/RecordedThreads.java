package chatlab.tutorials.grading;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadFactory;

/** Makes threads of one kind, and knows them all. */
public final class RecordedThreads implements ThreadFactory {
    private static final int FIRST_WITH_VIRTUAL = 21;

    private final boolean virtual;
    private final ThreadFactory factory;
    private final Set<Thread> before = threadsOfGroup();
    private final List<Thread> made = new CopyOnWriteArrayList<>();

    /** @param virtual whether its threads are virtual: {@link #hasVirtual} says whether this Java can */
    public RecordedThreads(boolean virtual) {
        this.virtual = virtual;
        this.factory = virtual ? virtualThreads() : Thread::new;
    }

    public static boolean hasVirtual() {
        return Runtime.version().feature() >= FIRST_WITH_VIRTUAL;
    }

    /** {@code Thread.ofVirtual().factory()}, which Java 17 does not know. */
    private static ThreadFactory virtualThreads() {
        try {
            Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
            Class<?> type = Class.forName("java.lang.Thread$Builder");
            return (ThreadFactory) type.getMethod("factory").invoke(builder);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Thread newThread(Runnable task) {
        Thread thread = factory.newThread(task);
        thread.setDaemon(true);
        thread.setName("thread " + (made.size() + 1) + " of the factory");
        made.add(thread);
        return thread;
    }

    public boolean areVirtual() {
        return virtual;
    }

    /** All that it has made. */
    public List<Thread> made() {
        return made;
    }

    /** Threads of this program that have come since, and that it has not made. */
    public Set<Thread> others() {
        Set<Thread> others = threadsOfGroup();
        others.removeAll(before);
        others.removeAll(made);
        return others;
    }

    /** The virtual machine has its own threads in another group. */
    private static Set<Thread> threadsOfGroup() {
        Set<Thread> threads = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getThreadGroup() == Thread.currentThread().getThreadGroup()) {
                threads.add(thread);
            }
        }
        return threads;
    }
}
