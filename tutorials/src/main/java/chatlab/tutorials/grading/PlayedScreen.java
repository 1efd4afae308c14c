package chatlab.tutorials.grading;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;

/** What is printed, without the \r of other systems. It can be held, as a terminal that does not get on. */
public final class PlayedScreen extends OutputStream {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private boolean held;
    private boolean waits;

    @Override
    public synchronized void write(int b) {
        boolean interrupted = false;
        waits = held;
        while (held) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        waits = false;
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (b != '\r') {
            printed.write(b);
        }
    }

    /** From now on each thread that prints is held, until {@link #release}. */
    public synchronized void hold() {
        held = true;
    }

    public synchronized void release() {
        held = false;
        notifyAll();
    }

    /** Whether a thread waits to print. */
    public synchronized boolean isHeld() {
        return waits;
    }

    public synchronized void clear() {
        printed.reset();
    }

    public synchronized String text() {
        return printed.toString(UTF_8);
    }

    /** All of it, in words. */
    public String shown() {
        return ExerciseMessages.SHARED.get("screen.shown", Quoted.of(text()));
    }

    /** How many lines of it are complete. */
    public long lines() {
        return text().chars().filter(c -> c == '\n').count();
    }
}
