package chatlab.swing;

import chatlab.protocol.Words;
import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Handles uncaught exceptions: logs each, and tells the user about the first. The window stays open. For any thread.
 */
final class Faults implements Thread.UncaughtExceptionHandler {
    private static final Words WORDS = new Words(Faults.class);

    private final PrintStream log;
    private final Consumer<String> user;
    private final AtomicBoolean told = new AtomicBoolean();

    /** {@code user}: shows a sentence to the user; any thread may call it. */
    Faults(PrintStream log, Consumer<String> user) {
        this.log = log;
        this.user = user;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable fault) {
        log.println(WORDS.get("fault.log", thread.getName()));
        fault.printStackTrace(log);
        if (told.compareAndSet(false, true)) {
            user.accept(WORDS.get("fault", fault.getClass().getSimpleName()));
        }
    }
}
