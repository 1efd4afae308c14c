package chatlab.swing.testing;

import chatlab.protocol.testing.HangLimit;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Keys and clicks between the robot and the event queue of AWT, off screen. Cacio has another queue between them, with a
 * thread that empties it, and does not tell when an event has passed.
 */
final class OffScreenInput {
    private static final String CACIO = "com.github.caciocavallosilano.cacio.ctc.CTCEventSource";

    private final Collection<?> queue;
    private final Thread pump;

    OffScreenInput() {
        try {
            Method instance = Class.forName(CACIO).getDeclaredMethod("getInstance");
            instance.setAccessible(true);
            Field field = Class.forName(CACIO).getDeclaredField("queue");
            field.setAccessible(true);
            queue = (Collection<?>) field.get(instance.invoke(null));
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("this is not the Cacio we know", e);
        }
        pump = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("CacioEventPump"))
                .findAny()
                .orElseThrow(() -> new AssertionError("Cacio was not started"));
    }

    /** Waits until all earlier events are in the event queue of AWT; fails after {@link HangLimit}. */
    void awaitPassed() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(HangLimit.SECONDS);
        while (!queue.isEmpty() || !isFetching()) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("the keys and clicks do not arrive");
            }
            LockSupport.parkNanos(100_000);
        }
    }

    private boolean isFetching() {
        return pump.getState() == Thread.State.WAITING
                && Arrays.stream(pump.getStackTrace())
                        .anyMatch(call -> call.getMethodName().equals("fetchNativeEvent"));
    }
}
