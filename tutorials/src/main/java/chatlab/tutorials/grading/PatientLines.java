package chatlab.tutorials.grading;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;

/**
 * Lines from a socket, each waited for with a time limit. A BufferedReader would not do: when a time-out comes in the middle
 * of a line, its readLine() has taken that half already, and the next call returns the other half as if it were a line.
 * Here the half stays in {@code begun}.
 */
final class PatientLines {
    private static final int BUFFER_SIZE = 8192;

    private final Socket socket;
    private final InputStream in;
    private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
    private final ArrayDeque<String> ready = new ArrayDeque<>();
    private boolean ended;

    PatientLines(Socket socket) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
    }

    String next(Duration patience) throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (ready.isEmpty() && !ended) {
            if (!receiveUntil(deadline)) {
                throw new NoLine(complaint(patience));
            }
        }
        return ready.poll();
    }

    boolean silentFor(Duration time) throws IOException {
        if (ended || begun.size() > 0 || !ready.isEmpty()) {
            return false;
        }
        return !receiveUntil(System.nanoTime() + time.toNanos());
    }

    /** Waits for the next bytes or for the end; false when neither has come. */
    private boolean receiveUntil(long deadline) throws IOException {
        byte[] buffer = new byte[BUFFER_SIZE];
        int millis = (int) ((deadline - System.nanoTime()) / 1_000_000);
        if (millis <= 0) {
            return false;
        }
        int count;
        try {
            socket.setSoTimeout(millis);
            count = in.read(buffer);
        } catch (SocketTimeoutException e) {
            return false;
        } catch (SocketException e) {
            count = -1; // a reset: for us it is an end like any other
        }
        if (count < 0) {
            ended = true;
            if (begun.size() > 0) {
                finishLine();
            }
        }
        for (int i = 0; i < count; i++) {
            if (buffer[i] == '\n') {
                finishLine();
            } else {
                begun.write(buffer[i]);
            }
        }
        return true;
    }

    private void finishLine() {
        String line = begun.toString(StandardCharsets.UTF_8);
        ready.add(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
        begun.reset();
    }

    private String complaint(Duration patience) {
        double seconds = patience.toMillis() / 1000.0;
        return begun.size() == 0
                ? Words.get("client.no-line", seconds)
                : Words.get("client.half-line", seconds, Quoted.of(begun.toString(StandardCharsets.UTF_8)));
    }
}
