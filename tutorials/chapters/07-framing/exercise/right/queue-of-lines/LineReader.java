import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/** Makes lines out of the bytes of a stream, however these were cut on their way. For one thread. */
public final class LineReader {
    /** A line has more bytes than it may have. Reading can go on with the next line. */
    public static final class TooLongException extends IOException {
        private static final long serialVersionUID = 1;

        public TooLongException(int maxBytes) {
            super("line of more than " + maxBytes + " bytes");
        }
    }

    private enum State {
        IN_LINE,
        IN_REST
    }

    private final InputStream in;
    private final byte[] line; // a CR counts, too
    private int length;
    private State state = State.IN_LINE;
    private final Queue<Optional<String>> ready = new ArrayDeque<>(); // empty for a line that is too long

    /** A line may have so many bytes before its line end. */
    public LineReader(InputStream in, int maxBytes) {
        this.in = in;
        this.line = new byte[maxBytes + 1];
    }

    /** Waits for the next line, and returns it without its line end; null at the end of the stream. */
    public String readLine() throws IOException {
        byte[] piece = new byte[8192];
        while (ready.isEmpty()) {
            int count = in.read(piece);
            if (count == -1) {
                return null;
            }
            for (int i = 0; i < count; i++) {
                accept(piece[i]);
            }
        }
        return ready.remove().orElseThrow(() -> new TooLongException(line.length - 1));
    }

    private void accept(byte b) {
        switch (state) {
            case IN_LINE -> {
                if (b == '\n') {
                    boolean windows = length > 0 && line[length - 1] == '\r';
                    ready.add(Optional.of(new String(line, 0, windows ? length - 1 : length, UTF_8)));
                    length = 0;
                    return;
                }
                line[length++] = b;
                if (length == line.length) {
                    refuse();
                }
            }
            case IN_REST -> state = b == '\n' ? State.IN_LINE : State.IN_REST;
            default -> throw new IllegalStateException();
        }
    }

    private void refuse() {
        ready.add(Optional.empty());
        length = 0;
        state = State.IN_REST;
    }
}
