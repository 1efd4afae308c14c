package chatlab.tutorials.grading;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;

/** Typed text, as System.in: a read waits until something was typed, and returns that. */
final class TypedInput extends InputStream {
    private final ArrayDeque<Byte> typed = new ArrayDeque<>();
    private boolean ended;

    synchronized void type(String text) {
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            typed.add(b);
        }
        notifyAll();
    }

    synchronized void end() {
        ended = true;
        notifyAll();
    }

    @Override
    public synchronized int read() {
        awaitInput();
        return typed.isEmpty() ? -1 : typed.remove() & 0xff;
    }

    /** Never waits for more than there is: a reader would otherwise see a line only when its buffer is full. */
    @Override
    public synchronized int read(byte[] into, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        awaitInput();
        int count = Math.min(length, typed.size());
        for (int i = 0; i < count; i++) {
            into[offset + i] = typed.remove();
        }
        return count == 0 ? -1 : count;
    }

    @Override
    public synchronized int available() {
        return typed.size();
    }

    /** As with the real one, an interrupt does not end the waiting: only a line does, or the end of input. */
    private void awaitInput() {
        boolean interrupted = false;
        while (typed.isEmpty() && !ended) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
