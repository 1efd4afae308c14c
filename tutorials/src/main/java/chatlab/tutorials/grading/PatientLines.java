package chatlab.tutorials.grading;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.function.BooleanSupplier;

/**
 * Lines from a socket, each waited for as long as it may still come. A BufferedReader would not do: when a time-out comes in the
 * middle of a line, its readLine() has taken that half already, and the next call returns the other half as if it were a line.
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

    String next() throws IOException {
        Wait.Proof inVain = await(() -> !ready.isEmpty() || ended);
        if (inVain != null) {
            throw new NoLine(complaint(inVain.inWords()));
        }
        return ready.poll();
    }

    boolean isSilent() throws IOException {
        return null != await(() -> ended || begun.size() > 0 || !ready.isEmpty());
    }

    /** Receives until the condition holds, and returns null; or the proof that nothing will come any more. */
    private Wait.Proof await(BooleanSupplier condition) throws IOException {
        try (Wait wait = Wait.begin()) {
            while (!condition.getAsBoolean()) {
                boolean inVain = wait.isInVain();
                if (receive()) {
                    wait.goesOn();
                } else if (inVain) {
                    return wait.proof();
                }
            }
            return null;
        }
    }

    /** Waits for the next bytes or for the end; false when neither has come for a moment. */
    private boolean receive() throws IOException {
        byte[] buffer = new byte[BUFFER_SIZE];
        int count;
        try {
            socket.setSoTimeout(Wait.NAP_MS);
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

    private String complaint(String proof) {
        return begun.size() == 0
                ? ExerciseMessages.SHARED.get("client.no-line", proof)
                : ExerciseMessages.SHARED.get(
                        "client.half-line", proof, Quoted.of(begun.toString(StandardCharsets.UTF_8)));
    }
}
