import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
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

    private final InputStream in;
    private final Queue<String> lines = new ArrayDeque<>(); // whole ones, not yet returned
    private final byte[] chunk = new byte[8192];
    private int next; // of the chunk
    private int count;
    private final byte[] line;
    private int length;
    private boolean tooLong; // behind all the lines above
    private boolean skipping;
    private boolean ended;

    /** A line may have so many bytes before its line end. */
    public LineReader(InputStream in, int maxBytes) {
        this.in = in;
        this.line = new byte[maxBytes];
    }

    /** Waits for the next line, and returns it without its line end; null at the end of the stream. */
    public String readLine() throws IOException {
        while (lines.isEmpty() && !tooLong && !ended) {
            takeWhatHasArrived();
        }
        if (!lines.isEmpty()) {
            return lines.remove();
        }
        if (tooLong) {
            tooLong = false;
            throw new TooLongException(line.length);
        }
        return null;
    }

    /** Waits for the first bytes only. As long as there are more, reading them does not wait. */
    private void takeWhatHasArrived() throws IOException {
        do {
            if (next == count) {
                next = 0;
                count = 0;
                int n = in.read(chunk);
                if (n < 0) {
                    ended = true;
                    return;
                }
                count = n;
            }
            while (next < count && !tooLong) {
                take(chunk[next++]);
            }
        } while (!tooLong && in.available() > 0);
    }

    private void take(byte b) {
        if (skipping) {
            skipping = b != '\n';
        } else if (b == '\n') {
            int end = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
            lines.add(new String(line, 0, end, UTF_8));
            length = 0;
        } else if (length == line.length) {
            length = 0;
            skipping = true;
            tooLong = true;
        } else {
            line[length++] = b;
        }
    }
}
