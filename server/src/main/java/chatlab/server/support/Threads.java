package chatlab.server.support;

import static chatlab.server.support.ServerWords.WORDS;

import java.lang.reflect.InvocationTargetException;
import java.util.function.Consumer;

/** Makes the server's threads, of the kind that the settings choose, and gives them their names. */
public final class Threads {
    /** The two kinds that a JDK has; virtual threads came with 21 (JEP 444). */
    public enum Kind {
        PLATFORM,
        VIRTUAL;

        public boolean isAvailable() {
            return this == PLATFORM || Runtime.version().feature() >= 21;
        }
    }

    private final Kind kind;
    private final Consumer<String> complaints;

    /** {@code complaints} is told of each thread that ended by an exception. */
    public Threads(Kind kind, Consumer<String> complaints) {
        this.kind = kind;
        this.complaints = complaints;
    }

    /**
     * Starts a thread that does not keep the program alive.
     *
     * @throws OutOfMemoryError when the system has no more threads
     */
    public Thread start(String name, Runnable task) {
        Thread thread = unstarted(name, task);
        thread.start();
        return thread;
    }

    /** The same thread, for the caller to start. */
    public Thread unstarted(String name, Runnable task) {
        Thread thread = kind == Kind.VIRTUAL ? virtual(name, task) : new Thread(task, name);
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((t, e) -> complaints.accept(WORDS.get("thread.died", t.getName(), e)));
        return thread;
    }

    /** {@code Thread.ofVirtual().name(name).unstarted(task)}, which Java 17 does not know. */
    private static Thread virtual(String name, Runnable task) {
        try {
            Class<?> builder = Class.forName("java.lang.Thread$Builder");
            Object ofVirtual = Thread.class.getMethod("ofVirtual").invoke(null);
            Object named = builder.getMethod("name", String.class).invoke(ofVirtual, name);
            return (Thread) builder.getMethod("unstarted", Runnable.class).invoke(named, task);
        } catch (ClassNotFoundException | NoSuchMethodException | IllegalAccessException e) {
            throw new IllegalStateException("this JDK has no virtual threads", e);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
