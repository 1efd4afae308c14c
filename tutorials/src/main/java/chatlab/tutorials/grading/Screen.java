package chatlab.tutorials.grading;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;

/** What is printed, line by line. */
final class Screen extends OutputStream {
    private final ArrayDeque<String> lines = new ArrayDeque<>();
    private final ByteArrayOutputStream begun = new ByteArrayOutputStream();

    @Override
    public synchronized void write(int b) {
        if (b == '\n') {
            String line = begun.toString(StandardCharsets.UTF_8);
            lines.add(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
            begun.reset();
            notifyAll();
        } else {
            begun.write(b);
        }
    }

    synchronized String next(Duration patience) throws IOException {
        awaitLine(patience);
        if (lines.isEmpty()) {
            throw new NoLine(Words.get("client.no-line", patience.toMillis() / 1000.0));
        }
        return lines.remove();
    }

    synchronized boolean silentFor(Duration time) throws IOException {
        awaitLine(time);
        return lines.isEmpty();
    }

    private void awaitLine(Duration patience) throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            while (lines.isEmpty()) {
                long millis = (deadline - System.nanoTime()) / 1_000_000;
                if (millis <= 0) {
                    return;
                }
                wait(millis);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }
}
