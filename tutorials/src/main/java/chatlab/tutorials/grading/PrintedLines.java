package chatlab.tutorials.grading;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;

/** Collects what the student's program prints, line by line. */
final class PrintedLines extends OutputStream {
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

    String next() throws IOException {
        try (Wait wait = Wait.begin()) {
            while (true) {
                boolean inVain = wait.isInVain();
                String line = nextUntil(Wait.NAP_MS);
                if (line != null) {
                    return line;
                }
                if (inVain) {
                    throw new NoLine(ExerciseMessages.SHARED.get(
                            "client.no-line", wait.proof().inWords()));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    /** Null if no line comes for so long. */
    private synchronized String nextUntil(long millis) throws InterruptedException {
        if (lines.isEmpty()) {
            wait(millis);
        }
        return lines.poll();
    }
}
