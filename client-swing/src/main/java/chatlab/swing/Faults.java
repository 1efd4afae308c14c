package chatlab.swing;

import chatlab.protocol.Words;
import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Takes the exceptions that nobody has caught: each is logged, and the first one is told to the user. The window goes
 * on. For any thread.
 */
final class Faults implements Thread.UncaughtExceptionHandler {
    private static final Words WORDS = new Words(Faults.class);

    private final PrintStream log;
    private final Consumer<String> user;
    private final AtomicBoolean told = new AtomicBoolean();

    /** {@code user} may be called by any thread. */
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
